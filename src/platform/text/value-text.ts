/** A value of any JSON shape as an officer reads it. Used by screen and file. */
export type ValueTable =
  | { kind: 'plain'; text: string }
  /** a list of like things: one row each */
  | { kind: 'table'; heads: string[]; rows: string[][] }
  /** name and value, nested ones with their path */
  | { kind: 'pairs'; rows: [name: string, text: string][] }

type Labels = Readonly<Record<string, string>>
type Fields = Record<string, unknown>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isScalar = (value: unknown): boolean => typeof value !== 'object' || value === null
const isScalars = (value: unknown): boolean =>
  isScalar(value) || (Array.isArray(value) && value.every(isScalar))

const wordOf = (key: string, labels: Labels): string => labels[key] ?? key

/** 1,234 · はい · ― (no value) · 健常 */
export function scalarText(value: unknown, labels: Labels = {}): string {
  if (value === null || value === undefined) return '―'
  if (typeof value === 'boolean') return value ? 'はい' : 'いいえ'
  if (typeof value === 'number') return value.toLocaleString('ja-JP', { maximumFractionDigits: 10 })
  return labels[String(value)] ?? String(value)
}

function scalarsText(value: unknown, labels: Labels): string {
  if (!Array.isArray(value)) return scalarText(value, labels)
  return value.length === 0 ? 'なし' : value.map((one) => scalarText(one, labels)).join('、')
}

/** One line: for lists, cells and files. */
export function valueText(value: unknown, labels: Labels = {}): string {
  if (isScalars(value)) return scalarsText(value, labels)
  const table = valueTable(value, labels)
  if (table.kind === 'pairs') return table.rows.map(([name, text]) => `${name}: ${text}`).join('、')
  if (table.kind === 'table')
    return table.rows
      .map((row) => row.map((text, at) => `${table.heads[at]}: ${text}`).join('、'))
      .join(' ／ ')
  return table.text
}

export function valueTable(value: unknown, labels: Labels = {}): ValueTable {
  if (isScalars(value)) return { kind: 'plain', text: scalarsText(value, labels) }
  if (isTableLike(value)) return tableOf(value, labels)
  return { kind: 'pairs', rows: pairsOf(value, labels) }
}

/** Things that are all objects of plain fields. */
const isTableLike = (value: unknown): value is Fields[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((one) => isFields(one) && Object.values(one).every(isScalars))

function tableOf(value: readonly Fields[], labels: Labels): ValueTable {
  const keys = [...new Set(value.flatMap((row) => Object.keys(row)))]
  return {
    kind: 'table',
    heads: keys.map((key) => wordOf(key, labels)),
    rows: value.map((row) => keys.map((key) => (key in row ? scalarsText(row[key], labels) : '―'))),
  }
}

function pairsOf(value: unknown, labels: Labels, path: readonly string[] = []): [string, string][] {
  if (isScalars(value)) return [[path.join('・'), scalarsText(value, labels)]]
  const members: [string, unknown][] = Array.isArray(value)
    ? value.map((one, at) => [`${at + 1}番目`, one])
    : Object.entries(value as Fields).map(([key, one]) => [wordOf(key, labels), one])
  return members.flatMap(([name, one]) => pairsOf(one, labels, [...path, name]))
}
