import { decode, detectEncoding } from './encoding.ts'
import { readEstat } from './estat.ts'
import type { Limits } from './limits.ts'
import { type RawRow, tooManyRows } from './read-csv.ts'
import type { Attribution } from './read-tabular.ts'
import { fileRefusal, type Refusal, TabularRefused } from './refusal.ts'
import { allBytes, type TabularSource } from './source.ts'

/** A list in JSON as the table a spreadsheet would make of it: row 1 the names, from row 2 one row an object. */
export interface JsonTable {
  rows: RawRow[]
  metadata: Record<string, string>
  attribution?: Attribution
}

/** of all rows, the blank ones of names that a row lacks among them: 2 MB of short rows may stand for gigabytes of them */
const MOST_CELLS = 20_000_000

/** A number as it is written: `012345678901234567890` would lose digits as a number. */
class Written {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/** By its beginning; a list in CSV may well begin with a bracket, so the name decides where the beginning does not. */
export function isJson(name: string, head: Uint8Array): boolean {
  const text = new TextDecoder().decode(head).replace(/^\uFEFF/, '')
  return /^\s*(?:\[\s*\{|\{\s*")/.test(text) || (/\.json$/i.test(name) && /^\s*[[{]/.test(text))
}

/** @throws TabularRefused when it is no JSON, no list of flat objects, or too long */
export async function readJson(source: TabularSource, limits: Limits): Promise<JsonTable> {
  const value = await parsed(source, limits)
  if (isObject(value) && 'GET_STATS_DATA' in value) return readEstat(source.name, value.GET_STATS_DATA)
  if (!Array.isArray(value)) throw new TabularRefused(noList(source.name, value))
  if (value.length >= limits.maxRows) throw new TabularRefused(tooManyRows(source.name, limits.maxRows))
  const names = new Map<string, number>()
  let cells = 0
  const rows = value.map((one: unknown, at) => {
    const row = { rowNumber: at + 2, cells: cellsOf(source.name, one, at + 2, names, limits.maxColumns) }
    cells += row.cells.length
    if (cells > MOST_CELLS) throw new TabularRefused(tooLarge(source.name, limits.maxInflatedBytes))
    return row
  })
  return { rows: [{ rowNumber: 1, cells: [...names.keys()] }, ...rows], metadata: {} }
}

async function parsed(source: TabularSource, { maxInflatedBytes }: Limits): Promise<unknown> {
  const bytes = await allBytes(source)
  if (bytes.length > maxInflatedBytes) throw new TabularRefused(tooLarge(source.name, maxInflatedBytes))
  const whole = { name: source.name, bytes }
  let text = ''
  for await (const part of decode(whole, await detectEncoding(whole))) text += part
  try {
    return JSON.parse(text, keepNumbers)
  } catch {
    throw new TabularRefused(
      fileRefusal(
        source.name,
        'json.broken',
        'JSON として読めません。途中で切れているか、かっこや引用符が合っていません。',
        '元のシステムから出し直してください。',
      ),
    )
  }
}

/** The third argument (what stood in the file) came with ES2025; its type is not in the library yet. */
function keepNumbers(this: unknown, _: string, value: unknown, context?: { source?: string }): unknown {
  return typeof value === 'number' ? new Written(context?.source ?? String(value)) : value
}

/** Places of new names are given as they are met, so every row is as long as it needs to be. */
function cellsOf(
  file: string,
  one: unknown,
  rowNumber: number,
  names: Map<string, number>,
  mostNames: number,
): string[] {
  if (!isObject(one)) throw new TabularRefused({ ...nested(file, null), row: rowNumber })
  const cells: string[] = []
  for (const [name, value] of Object.entries(one)) {
    const cell = textOf(value)
    if (cell === undefined) throw new TabularRefused({ ...nested(file, name), row: rowNumber, column: name })
    const column = names.get(name) ?? names.size
    names.set(name, column)
    if (names.size > mostNames) throw new TabularRefused(tooManyNames(file, mostNames))
    while (cells.length < column) cells.push('')
    cells[column] = cell
  }
  return cells
}

/** undefined: a list or an object inside */
function textOf(value: unknown): string | undefined {
  if (value === null) return ''
  if (value instanceof Written) return value.text
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return typeof value === 'string' ? value : undefined
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Written)

/** Text of a value that is known to be flat; '' for everything else. */
export const plainText = (value: unknown): string => textOf(value) ?? ''

function noList(file: string, value: unknown): Refusal {
  const names = isObject(value) ? Object.keys(value).slice(0, 5) : []
  const found = names.length > 0 ? `いちばん外側は「${names.join('」「')}」の組です。` : ''
  return fileRefusal(
    file,
    'json.no-list',
    `一覧（[ { … }, { … } ] の形）ではありません。${found}`,
    '一件を一つの { } にした一覧か、CSV で出し直してください。',
  )
}

function nested(file: string, name: string | null): Refusal {
  const reason =
    name === null
      ? '一覧の中に、{ } でないものがあります。'
      : `「${name}」の中に、さらに一覧や組（入れ子）があります。表の一つの欄に収まりません。`
  return fileRefusal(
    file,
    'json.nested',
    reason,
    '入れ子をなくして一件を一行にした JSON か、CSV で出し直してください。',
  )
}

const tooManyNames = (file: string, most: number) =>
  fileRefusal(file, 'json.columns', `項目の数が上限の${most}を超えています。`, '不要な項目を消してください。')

const tooLarge = (file: string, most: number) =>
  fileRefusal(
    file,
    'file.too-large',
    `JSON は ${Math.floor(most / 1024 / 1024)}MB までです。`,
    'CSV で出し直すか、ファイルを分けてください。',
  )
