import { dayInJapan, timeInJapan } from '../../../ui/clock/clock.ts'
import type { Tone } from '../../../ui/status/index.ts'
import { formatDate, isIsoDate } from '../../calendar/index.ts'
import type { Difference, RefusedCell, RunLine } from '../schema.ts'

export const count = (value: number): string => value.toLocaleString('ja-JP')

/** 令和8年11月22日 10:23 */
export const moment = (instant: string): string =>
  `${formatDate(dayInJapan(instant))} ${timeInJapan(instant)}`
/** R8.11.22 10:23, for tables */
export const shortMoment = (instant: string): string =>
  `${formatDate(dayInJapan(instant), 'short')} ${timeInJapan(instant)}`

export const stateWords: Record<RunLine['state'], { tone: Tone; word: string }> = {
  stored: { tone: 'neutral', word: '調べ終わっていません' },
  refused: { tone: 'danger', word: '直すところがあります' },
  previewed: { tone: 'info', word: '保存を待っています' },
  applied: { tone: 'good', word: '保存しました' },
}

/** One line on what a run found. */
export function outcome({ state, counts }: Pick<RunLine, 'state' | 'counts'>): string {
  if (!counts) return '―'
  if (state === 'refused') return `直すところ ${count(counts.refusedCount)}件`
  const { added, changed, removed, unchanged } = counts
  if (added + changed + removed === 0) return `変わりなし（${count(unchanged)}件）`
  return `追加 ${count(added)}・変更 ${count(changed)}・なくなる ${count(removed)}`
}

/** Where in a file: the cell, else the row, else the file as a whole. */
export const placeOf = ({ cell, row }: RefusedCell): string =>
  cell ?? (row === null ? 'ファイル全体' : `${row}行目`)

export const refusedHeadings = ['ファイル', 'セル', '列', '値', '理由', '直し方'] as const
export const refusedCells = (one: RefusedCell): string[] => [
  one.file,
  placeOf(one),
  one.column ?? '',
  one.value ?? '',
  one.reason,
  one.remedy,
]

export const differenceWords: Record<Difference['state'], string> = {
  added: '追加',
  changed: '変更',
  removed: 'なくなる',
}

/** A stored value as text; nothing there is said, never shown as zero. */
function shown(value: unknown): string {
  if (value === null || value === undefined) return 'なし'
  return typeof value === 'number' && Number.isInteger(value) ? count(value) : String(value)
}

/** The key of a record with its days in 和暦: サンポート (R8.2.1) */
export const keyText = (key: string): string =>
  key.replace(/\d{4}-\d{2}-\d{2}/g, (day) => (isIsoDate(day) ? formatDate(day, 'short') : day))

/** 0066_201811.csv ほか10件 */
export function fileNames(files: readonly { name: string }[]): string {
  const [first, ...rest] = files
  return rest.length > 0 ? `${first?.name} ほか${rest.length}件` : (first?.name ?? '')
}

export type FieldChange = { field: string; before: string | null; after: string | null }

/** What differs, field by field: of a new record what it brings, of one that goes what is lost. */
export function fieldChanges({ state, fields, before, after }: Difference): FieldChange[] {
  return fields.map((field) => ({
    field,
    before: state === 'added' ? null : shown(before?.[field]),
    after: state === 'removed' ? null : shown(after?.[field]),
  }))
}
