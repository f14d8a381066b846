import { type DateLimits, formatDate, type IsoDate, parseDate } from '../../platform/calendar/index.ts'
import { cleanLine } from '../../platform/text/index.ts'
import { readWholeNumber } from '../form/whole-number.ts'
import type { ChoiceOption, Column, Parsed } from './column.ts'
import { matchOption } from './match-option.ts'

type Common<Id extends string, Required extends boolean> = {
  id: Id
  header: string
  /** a blank cell in a row that has anything is wrong; otherwise blank is null */
  isRequired?: Required
  width?: number
  hint?: string
  isReadOnly?: boolean
}
type Maybe<V, Required extends boolean> = Required extends true ? V : V | null

/** Blank is null, or a complaint when the column must be filled; `read` sees only what is not blank. */
function withBlank<V, Required extends boolean>(
  isRequired: Required | undefined,
  verb: string,
  read: (text: string) => Parsed<V>,
): (text: string) => Parsed<Maybe<V, Required>> {
  return (text) => {
    if (text.trim() !== '') return read(text) as Parsed<Maybe<V, Required>>
    return isRequired
      ? { error: `空欄です。${verb}してください。` }
      : { value: null as Maybe<V, Required>, text: '' }
  }
}

type TextOptions<Id extends string, Required extends boolean> = Common<Id, Required> & {
  maxLength?: number
  /** says what is wrong with a filled cell, or null */
  check?: (text: string) => string | null
  /** how the text is written from now on: cleanCode for numbers, cleanText to keep line breaks; else one trimmed line */
  clean?: (text: string) => string
}

export function textColumn<const Id extends string, const Required extends boolean = false>(
  options: TextOptions<Id, Required>,
): Column<Id, Maybe<string, Required>> {
  const { isRequired, maxLength, check, clean = cleanLine, ...rest } = options
  return {
    width: 10,
    ...rest,
    parse: withBlank(isRequired, '入力', (typed): Parsed<string> => {
      const text = clean(typed)
      if (maxLength !== undefined && [...text].length > maxLength) {
        return { error: `${[...text].length}文字あります。${maxLength}文字までにしてください。` }
      }
      const wrong = check?.(text) ?? null
      return wrong === null ? { value: text, text } : { error: wrong }
    }),
  }
}

type IntegerOptions<Id extends string, Required extends boolean> = Common<Id, Required> & {
  min?: number
  max?: number
  unit?: string
}

export function integerColumn<const Id extends string, const Required extends boolean = false>(
  options: IntegerOptions<Id, Required>,
): Column<Id, Maybe<number, Required>> {
  const { isRequired, min, max, unit, ...rest } = options
  const limits = `${min ?? ''}から${max ?? ''}まで`
  return {
    width: 6,
    isRight: true,
    ...rest,
    parse: withBlank(isRequired, '数字で入力', (typed): Parsed<number> => {
      const read = readWholeNumber(typed, { min, max, unit })
      if (read.state === 'number') return { value: read.value, text: String(read.value) }
      if (read.state === 'outside') return { error: outside(min, max, limits) }
      return { error: '数字ではありません。整数で入力してください。' }
    }),
  }
}

const outside = (min: number | undefined, max: number | undefined, both: string) =>
  min !== undefined && max !== undefined
    ? `範囲の外です。${both}で入力してください。`
    : min !== undefined
      ? `小さすぎます。${min}以上で入力してください。`
      : `大きすぎます。${max}以下で入力してください。`

type DateOptions<Id extends string, Required extends boolean> = Common<Id, Required> & { limits?: DateLimits }

/** A date typed as the date field takes it; from then on it is written R8.11.22. */
export function dateColumn<const Id extends string, const Required extends boolean = false>(
  options: DateOptions<Id, Required>,
): Column<Id, Maybe<IsoDate, Required>> {
  const { isRequired, limits, ...rest } = options
  return {
    width: 7,
    isRight: true,
    hint: '例: S15.3.4　昭和15年3月4日　19400304',
    ...rest,
    parse: withBlank(isRequired, '日付を入力', (typed): Parsed<IsoDate> => {
      const read = parseDate(typed, limits)
      if (read.ok) return { value: read.date, text: formatDate(read.date, 'short') }
      return { error: read.message }
    }),
  }
}

type ChoiceOptions<Id extends string, Code extends string, Required extends boolean> = Common<
  Id,
  Required
> & {
  options: readonly (ChoiceOption & { code: Code })[]
  /** what stands in the cell: the word, or the code of the paper form */
  shows?: 'label' | 'code'
  isOneKey?: boolean
}

/** A code list: its code, its word, or as many first letters as are needed. */
export function choiceColumn<
  const Id extends string,
  const Code extends string,
  const Required extends boolean = false,
>(given: ChoiceOptions<Id, Code, Required>): Column<Id, Maybe<Code, Required>> {
  const { isRequired, options, shows = 'label', ...rest } = given
  return {
    width: 8,
    hint: options.map(({ code, label }) => (code === label ? label : `${code} ${label}`)).join('　'),
    ...rest,
    options,
    parse: withBlank(isRequired, '選択', (typed): Parsed<Code> => {
      const found = matchOption(options, typed)
      return 'error' in found ? found : { value: found.option.code, text: found.option[shows] }
    }),
  }
}
