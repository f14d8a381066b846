import { type Column, choiceColumn, dateColumn, integerColumn, textColumn } from '../../../ui/grid/index.ts'
import { formatDate, type IsoDate } from '../../calendar/index.ts'
import type { Scalar } from './field.ts'
import { decimalRange, readDecimal } from './read-decimal.ts'

/** The column of the grid for a field of a row. Its values: what the rule takes, null where the cell is blank. */
export function columnOf(field: Scalar): Column {
  const header = field.unit ? `${field.title}（${field.unit}）` : field.title
  const shared = {
    id: field.name,
    header,
    isRequired:
      !(field.kind === 'text' && field.mayBeEmpty) &&
      field.isRequired &&
      !field.isNullable &&
      field.fallback === undefined,
    width: Math.min(14, Math.max(6, header.length + 2)),
    ...(field.help ? { hint: field.help } : {}),
  }
  switch (field.kind) {
    case 'whole':
      return integerColumn({
        ...shared,
        unit: field.unit ?? undefined,
        min: field.min ?? undefined,
        max: field.max ?? undefined,
      })
    case 'decimal':
      return decimalColumn(shared, field.min, field.max)
    case 'date':
      return dateColumn(shared)
    case 'choice': {
      const options = field.options.map(({ label, value }) => ({ code: String(value), label }))
      const { hint: _, ...rest } = shared
      const column = choiceColumn({ ...rest, options })
      const chosen = (code: unknown) =>
        field.options.find(({ value }) => String(value) === code)?.value ?? null
      return {
        ...column,
        parse: (text) => {
          const read = column.parse(text)
          return 'error' in read ? read : { ...read, value: chosen(read.value) }
        },
      }
    }
    default:
      return textColumn({ ...shared, maxLength: field.maxLength ?? undefined })
  }
}

type Shared = { id: string; header: string; isRequired: boolean; width: number; hint?: string }

const decimalColumn = (
  { isRequired, ...shared }: Shared,
  min: number | null,
  max: number | null,
): Column => ({
  ...shared,
  isRight: true,
  parse: (text) => {
    if (text.trim() === '')
      return isRequired ? { error: '空欄です。数字で入力してください。' } : { value: null, text: '' }
    const read = readDecimal(text)
    if (read === null) return { error: '数字ではありません。0.25 のように入力してください。' }
    const range = decimalRange(read, min, max)
    return range
      ? { error: `範囲の外です。${range}で入力してください。` }
      : { value: read, text: String(read) }
  },
})

/** What stands in a cell for a value of an example. */
export function cellText(field: Scalar, value: unknown): string {
  if (value === undefined || value === null) return ''
  if (field.kind === 'choice') return field.options.find((one) => one.value === value)?.label ?? String(value)
  if (field.kind === 'date') return formatDate(String(value) as IsoDate, 'short')
  return String(value)
}
