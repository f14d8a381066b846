import type { FiscalYear } from '../../platform/calendar/index.ts'
import type { CellValue } from '../tabular/index.ts'

/** Of the tables by insurer in 介護保険事業状況報告（年報）, those that are read. */
export type AnnualTable = 'insured' | 'certified'

/** Who is counted in a sheet of 第4-1-1表; 第2表 has one sheet, `insured`. */
export const CERTIFIED_GROUPS = [
  'all',
  'first',
  '65-69',
  '70-74',
  '75-79',
  '80-84',
  '85-89',
  '90over',
  'second',
] as const
export type CertifiedGroup = (typeof CERTIFIED_GROUPS)[number]
export type AnnualGroup = 'insured' | CertifiedGroup

export interface Column {
  /** last part of the measure's name */
  id: string
  /** as the sheet writes it, in half width and without blanks */
  heading: string
  label: string
}

const column = (id: string, heading: string, label = heading): Column => ({ id, heading, label })

export const INSURED_COLUMNS: readonly Column[] = [
  column('total', '計'),
  column('65-74', '65歳以上75歳未満', '65〜74歳'),
  column('75-84', '75歳以上85歳未満', '75〜84歳'),
  column('85over', '85歳以上'),
  column('foreign', '外国人被保険者'),
  column('address-exception', '住所地特例被保険者'),
]
export const CERTIFIED_COLUMNS: readonly Column[] = [
  column('support1', '要支援1'),
  column('support2', '要支援2'),
  ...[1, 2, 3, 4, 5].map((level) => column(`care${level}`, `要介護${level}`)),
  column('total', '合計'),
]

interface Layout {
  /** in words for people who chose another file */
  name: string
  /** of the title, in half width and without blanks */
  title: RegExp
  columns: readonly Column[]
  groups: readonly { group: AnnualGroup; label: string; heading: RegExp | null }[]
}

const band = (group: CertifiedGroup, from: number) => ({
  group,
  label: group === '90over' ? '90歳以上' : `${from}〜${from + 4}歳`,
  heading:
    group === '90over'
      ? /第1号被保険者.*90歳以上/
      : new RegExp(`第1号被保険者.*${from}歳以上${from + 5}歳未満`),
})

export const LAYOUTS: Record<AnnualTable, Layout> = {
  insured: {
    name: '第2表 保険者別 第1号被保険者数',
    title: /^第2表保険者別第1号被保険者数/,
    columns: INSURED_COLUMNS,
    groups: [{ group: 'insured', label: '第1号被保険者', heading: null }],
  },
  certified: {
    name: '第4-1-1表 保険者別 要介護(要支援)認定者数 男女計',
    title: /^第4-1-1表保険者別要介護\(要支援\)認定者数男女計/,
    columns: CERTIFIED_COLUMNS,
    groups: [
      { group: 'all', label: '総数', heading: /^総数$/ },
      { group: 'first', label: '第1号被保険者', heading: /第1号被保険者$/ },
      band('65-69', 65),
      band('70-74', 70),
      band('75-79', 75),
      band('80-84', 80),
      band('85-89', 85),
      band('90over', 90),
      { group: 'second', label: '第2号被保険者', heading: /第2号被保険者$/ },
    ],
  },
}

/** A count, or how the cell says that there is none. */
export type AnnualCount = number | { missing: Extract<CellValue<number>, { state: 'missing' }>['why'] }

/** Counts of one insurer in one sheet. */
export interface AnnualRow {
  fiscalYear: FiscalYear
  group: AnnualGroup
  /** two digits */
  prefecture: string
  prefectureName: string
  /** as written, without blanks around it */
  insurer: string
  /** persons, in the order of the columns of the table */
  counts: AnnualCount[]
  sheet: string
  /** as a spreadsheet shows it */
  rowNumber: number
}

/** Half width, no blanks: 「全　 国」 is 全国, 「６５歳以上」 65歳以上. */
export const plain = (cell: string): string => cell.normalize('NFKC').replace(/\s/gu, '')
