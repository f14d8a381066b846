import { CODING_WORDS } from '../../../exchange/checklists/index.ts'
import type { Refusal } from '../../../exchange/tabular/index.ts'
import { formatDate } from '../../../platform/calendar/index.ts'
import { JUDGEMENTS, labelOf, METHODS, SOURCES } from '../codes.ts'
import type { SheetRecord } from '../store.ts'
import type { PlacedRow } from './plan.ts'
import { refusal } from './staged.ts'

const COMPARED = [
  'method',
  'respondent',
  'coding',
  'answers',
  'height_hundredths_cm',
  'weight_hundredths_kg',
  'note',
  'minutes',
  'staff_id',
] as const

export type StoredSheet = Pick<
  SheetRecord,
  | 'id'
  | 'person_id'
  | 'answered_on'
  | 'judgement'
  | 'known_points'
  | 'unknown_points'
  | (typeof COMPARED)[number]
> & { source: SheetRecord['source']; is_confirmed: boolean; is_withdrawn: boolean }

export interface PlannedSheet {
  state: 'added' | 'changed' | 'unchanged'
  id: string
  /** the name and the day: the preview is seen by who loads the file */
  key: string
  sheet: SheetRecord
  before: Shown | null
  after: Shown | null
}
type Shown = Record<string, string | number | null>

/**
 * What a row does to what is stored of the person on that day. A sheet that came by file and nobody has confirmed is corrected
 * by the file; what a person entered or confirmed is not, and what was withdrawn does not come back.
 */
export function compareWithStored(
  row: PlacedRow,
  sheet: SheetRecord,
  stored: readonly StoredSheet[],
): PlannedSheet | Refusal {
  const known = stored.find(
    (one) => one.person_id === sheet.person_id && one.answered_on === sheet.answered_on,
  )
  const key = `${row.person.name}（${formatDate(sheet.answered_on, 'short')}）`
  const plan = (state: PlannedSheet['state'], id: string): PlannedSheet => ({
    state,
    id,
    key,
    sheet: { ...sheet, id },
    before: known ? shown(known) : null,
    after: { ...shown(sheet), ...(known ? { 変わった欄: changedCells(known, sheet) } : {}) },
  })
  if (!known) return plan('added', sheet.id)
  const isSame = COMPARED.every((column) => JSON.stringify(known[column]) === JSON.stringify(sheet[column]))
  if (isSame || (known.is_withdrawn && known.source === 'file')) return plan('unchanged', known.id)
  if (known.is_withdrawn) return plan('added', sheet.id)
  if (known.source === 'file' && !known.is_confirmed) return plan('changed', known.id)
  return refusal(
    row,
    '実施日',
    'row.stored-otherwise',
    `この方のこの日のチェックリストは、別の内容で保存されています（${known.is_confirmed ? '判定案を確認済み' : labelOf(SOURCES, known.source)}）。`,
    '画面でその記録を開いて直すか、この行を消してください。',
  )
}

const shown = (sheet: Omit<StoredSheet, 'source' | 'is_confirmed' | 'is_withdrawn'>): Shown => ({
  判定案: labelOf(JUDGEMENTS, sheet.judgement),
  合計点: sheet.known_points,
  不明の数: sheet.unknown_points,
  記入方式: CODING_WORDS[sheet.coding as keyof typeof CODING_WORDS],
  実施方法: labelOf(METHODS, sheet.method),
})

function changedCells(before: StoredSheet, after: SheetRecord): string {
  const differ = (column: (typeof COMPARED)[number]) =>
    JSON.stringify(before[column]) !== JSON.stringify(after[column])
  const answers = after.answers.flatMap((answer, at) =>
    answer === before.answers[at] ? [] : [`No.${at + 1}`],
  )
  const labels = {
    height_hundredths_cm: '身長',
    weight_hundredths_kg: '体重',
    note: '備考',
    minutes: '所要時間',
    respondent: '回答者',
    staff_id: '実施者',
  } as const
  const others = (Object.keys(labels) as (keyof typeof labels)[])
    .filter(differ)
    .map((column) => labels[column])
  return [...answers, ...others].join('、')
}
