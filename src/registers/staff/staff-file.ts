import {
  type Item,
  type Refusal,
  RowCells,
  readDay,
  readLayout,
  type TabularSource,
} from '../../exchange/tabular/index.ts'
import type { RoleName } from '../../platform/access/index.ts'
import { cleanLine } from '../../platform/text/index.ts'
import type { NewStaff } from './schema.ts'
import { professionOf, roleOf } from './words.ts'

export const STAFF_HEADINGS = [
  '職員番号',
  '氏名',
  'フリガナ',
  '職種',
  'センター',
  '事業所',
  '役割',
  '開始日',
  '終了日',
] as const
export type StaffHeading = (typeof STAFF_HEADINGS)[number]

/** One row: one member of staff in one post; a second post is a second row with the same number. */
export interface StaffRow {
  staffNumber: string
  name: string
  kana: string
  profession: NewStaff['profession']
  role: RoleName
  /** name or short name as typed; null: blank */
  centre: string | null
  organisation: string | null
  validFrom: string
  validTo: string | null
  rowNumber: number
}

/** Reads a list of staff, everything wrong as an item. */
export async function readStaff(
  source: TabularSource,
): Promise<AsyncIterable<{ kind: 'row'; row: StaffRow } | { kind: 'refused'; refusal: Refusal }>> {
  const file = await readLayout<StaffRow, StaffHeading>(
    source,
    {
      required: ['職員番号', '氏名', 'フリガナ', '職種', '役割', '開始日'],
      optional: ['センター', '事業所', '終了日'],
      synonyms: { カナ: 'フリガナ', '事業所・法人': '事業所' },
    },
    (table, index) => (row) => {
      const cells = new RowCells<StaffHeading>(table, row, index)
      const staff = readRow(cells)
      return staff && cells.refusals.length === 0
        ? [{ kind: 'row', row: staff }]
        : cells.refusals.map((refusal): Item<StaffRow> => ({ kind: 'refused', refusal }))
    },
  )
  return file.items
}

function readRow(cells: RowCells<StaffHeading>): StaffRow | null {
  const must = (heading: StaffHeading, text = cleanLine(cells.text(heading))) => {
    if (text === '')
      cells.refuse(heading, 'cell.missing', `${heading}が空です。`, `${heading}を入れてください。`)
    return text
  }
  const staffNumber = must('職員番号', cleanLine(cells.text('職員番号').normalize('NFKC')))
  if (staffNumber !== '' && !/^[0-9A-Za-z._-]{1,50}$/.test(staffNumber)) {
    cells.refuse(
      '職員番号',
      'cell.number',
      '職員番号に使えない文字があります。',
      '半角の英数字と . _ - で50文字までにしてください。',
    )
  }
  const name = must('氏名')
  const kana = must('フリガナ')
  const professionText = must('職種')
  const profession = professionOf(professionText)
  if (professionText !== '' && profession === null) {
    cells.refuse('職種', 'profession.unknown', 'この職種はありません。', '様式の一覧から選んでください。')
  }
  const roleText = must('役割')
  const role = roleOf(roleText)
  if (roleText !== '' && role === null) {
    cells.refuse('役割', 'role.unknown', 'この役割はありません。', '様式の一覧から選んでください。')
  }
  const before = cells.refusals.length
  const validFrom = cells.value('開始日', readDay)
  if (validFrom === null && cells.refusals.length === before) must('開始日', '')
  const validTo = cells.value('終了日', readDay)
  if (validFrom !== null && validTo !== null && validTo < validFrom) {
    cells.refuse('終了日', 'row.dates', '終了日が開始日より前です。', '二つの日付を確かめてください。')
  }
  if (profession === null || role === null || validFrom === null) return null
  return {
    staffNumber,
    name,
    kana,
    profession,
    role,
    centre: cleanLine(cells.text('センター')) || null,
    organisation: cleanLine(cells.text('事業所')) || null,
    validFrom,
    validTo,
    rowNumber: cells.rowNumber,
  }
}
