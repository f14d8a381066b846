import { prefectureCode, prefectureNumber, readCode } from '../../exchange/municipality-codes/index.ts'
import {
  type LayoutFile,
  RowCells,
  readDay,
  readLayout,
  type TabularSource,
} from '../../exchange/tabular/index.ts'

/** One municipality of a union, from when to when. */
export interface InsurerMember {
  prefectureCode: string
  insurerName: string
  municipalityCode: string
  /** YYYY-MM-DD; null: from before what is known · open */
  validFrom: string | null
  validTo: string | null
  /** where it stands: 規約, 公報 … */
  source: string
  rowNumber: number
}

const HEADINGS = {
  required: ['都道府県', '保険者', '構成市町村コード'],
  optional: ['加入日', '脱退日', '出典'],
  ignored: ['構成市町村名'],
} as const
type Heading = (typeof HEADINGS.required)[number] | (typeof HEADINGS.optional)[number]

/** 「保険者の構成市町村」: one row for each municipality of a union. */
export function readInsurerMembers(source: TabularSource): Promise<LayoutFile<InsurerMember>> {
  return readLayout<InsurerMember, Heading>(source, HEADINGS, (table, index) => (row) => {
    const cells = new RowCells<Heading>(table, row, index)
    const member = readMember(cells)
    return cells.refusals.length > 0
      ? cells.refusals.map((refusal) => ({ kind: 'refused' as const, refusal }))
      : [{ kind: 'row' as const, row: member }]
  })
}

function readMember(cells: RowCells<Heading>): InsurerMember {
  const prefecture = prefectureNumber(cells.text('都道府県')) ?? ''
  if (prefecture === '')
    cells.refuse(
      '都道府県',
      'cell.prefecture',
      '都道府県の名前として読めません。',
      '「秋田県」のように入れてください。',
    )
  const insurerName = cells.text('保険者')
  if (insurerName === '')
    cells.refuse(
      '保険者',
      'cell.missing',
      '保険者の名前がありません。',
      '広域連合などの名前を入れてください。',
    )
  const before = cells.refusals.length
  const code = cells.value('構成市町村コード', (cell) => readCode(cell, prefecture))
  if (code === null && cells.refusals.length === before)
    cells.refuse(
      '構成市町村コード',
      'cell.missing',
      'コードがありません。',
      '全国地方公共団体コードを入れてください。',
    )
  const validFrom = cells.value('加入日', readDay)
  const validTo = cells.value('脱退日', readDay)
  if (validFrom !== null && validTo !== null && validTo < validFrom)
    cells.refuse(
      '脱退日',
      'cell.end-before-begin',
      `脱退日が加入日（${validFrom}）より前です。`,
      '二つの日を確かめてください。',
    )
  return {
    prefectureCode: prefecture === '' ? '' : prefectureCode(prefecture),
    insurerName,
    municipalityCode: code ?? '',
    validFrom,
    validTo,
    source: cells.text('出典'),
    rowNumber: cells.rowNumber,
  }
}
