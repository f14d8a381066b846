import { cellAddress, type Refusal } from '../tabular/index.ts'
import { type AnnualCount, type AnnualGroup, type AnnualRow, type AnnualTable, LAYOUTS } from './layout.ts'
import { at, type ReadSheet } from './sheet.ts'

/** One cell of a read sheet. */
interface Cell {
  sheet: ReadSheet
  row: AnnualRow
  /** in the order of the table's columns */
  column: number
}

const REMEDY = '公表元から取り直してください。数を直して取り込むことはできません。'
const BANDS = ['65-69', '70-74', '75-79', '80-84', '85-89', '90over'] as const
const n = (count: number) => count.toLocaleString('ja-JP')

/**
 * The identities of the published tables. A sum with a missing part is left unchecked; a violated one names the cells.
 * @source 介護保険事業状況報告 年報 第2表, 第4-1-1表: they hold for all insurers of fiscal 2023
 */
export function violations(file: string, table: AnnualTable, sheets: readonly ReadSheet[]): Refusal[] {
  return [
    ...sheets.flatMap((sheet) => withinRows(file, table, sheet)),
    ...sheets.flatMap((sheet) => nationOf(file, table, sheet)),
    ...(table === 'certified' ? acrossSheets(file, sheets) : []),
  ]
}

/** 計 = Σ age groups; 合計 = Σ levels. */
function withinRows(file: string, table: AnnualTable, sheet: ReadSheet): Refusal[] {
  const [whole, parts, what] =
    table === 'insured'
      ? [0, [1, 2, 3], '三つの年齢階級の和']
      : [7, [0, 1, 2, 3, 4, 5, 6], '要支援1から要介護5までの和']
  return rowsOf(sheet).flatMap((row) => {
    const cell = (column: number): Cell => ({ sheet, row, column })
    return disagreement(file, table, cell(whole), parts.map(cell), what)
  })
}

/** The printed row of the nation = Σ insurers. */
function nationOf(file: string, table: AnnualTable, sheet: ReadSheet): Refusal[] {
  const { nation } = sheet
  if (!nation)
    return [
      at(file, sheet.sheet, null, [
        'row.no-nation',
        '全国の行がなく、保険者の和を確かめられません。',
        REMEDY,
      ]),
    ]
  return LAYOUTS[table].columns.flatMap((_, column) => {
    const parts = sheet.insurers.map((row): Cell => ({ sheet, row, column }))
    return disagreement(file, table, { sheet, row: nation, column }, parts, `${n(parts.length)}の保険者の和`)
  })
}

/** ① = ② + ⑨, ② = Σ ③–⑧. */
function acrossSheets(file: string, sheets: readonly ReadSheet[]): Refusal[] {
  const byGroup = new Map<AnnualGroup, Map<string, Cell>>(
    sheets.map((sheet) => [
      sheet.group,
      new Map(rowsOf(sheet).map((row) => [`${row.prefecture} ${row.insurer}`, { sheet, row, column: 0 }])),
    ]),
  )
  const refusals: Refusal[] = []
  const check = (whole: AnnualGroup, parts: readonly AnnualGroup[], what: string) => {
    for (const [key, cell] of byGroup.get(whole) ?? []) {
      const found = parts.map((group) => byGroup.get(group)?.get(key))
      if (!found.every((part) => part !== undefined)) {
        const gone = sheets.find(
          (sheet) => parts.includes(sheet.group) && !byGroup.get(sheet.group)?.has(key),
        )
        const words = `${cell.row.prefectureName}${cell.row.insurer}の行が、シート「${gone?.sheet}」にありません。`
        refusals.push(
          at(file, cell.sheet.sheet, place('certified', cell), ['row.missing-in-sheet', words, REMEDY]),
        )
        continue
      }
      for (let column = 0; column < LAYOUTS.certified.columns.length; column++)
        refusals.push(
          ...disagreement(
            file,
            'certified',
            { ...cell, column },
            found.map((part) => ({ ...part, column })),
            what,
          ),
        )
    }
  }
  check('all', ['first', 'second'], '第1号と第2号の和')
  check('first', BANDS, '六つの年齢階級の和')
  return refusals
}

const rowsOf = (sheet: ReadSheet) => [...(sheet.nation ? [sheet.nation] : []), ...sheet.insurers]
const countOf = ({ row, column }: Cell): AnnualCount => row.counts[column] ?? { missing: 'blank' }
const address = ({ sheet, row, column }: Cell, from?: Cell) =>
  `${sheet === from?.sheet ? '' : `${sheet.sheet}!`}${cellAddress(row.rowNumber, sheet.places[column] ?? 0)}`

function place(table: AnnualTable, { sheet, row, column }: Cell) {
  const count = row.counts[column]
  return {
    row: row.rowNumber,
    column: sheet.places[column] ?? 0,
    heading: LAYOUTS[table].columns[column]?.heading ?? '',
    value: typeof count === 'number' ? String(count) : '',
  }
}

function disagreement(
  file: string,
  table: AnnualTable,
  whole: Cell,
  parts: readonly Cell[],
  what: string,
): Refusal[] {
  const total = countOf(whole)
  const counts = parts.map(countOf)
  if (typeof total !== 'number' || !counts.every((count) => typeof count === 'number')) return []
  const sum = counts.reduce((a, b) => a + b, 0)
  if (sum === total) return []
  const cells = parts.length > 8 ? '' : `（${parts.map((part) => address(part, whole)).join('、')}）`
  const { prefectureName, insurer } = whole.row
  const words = `${prefectureName}${insurer}の${LAYOUTS[table].columns[whole.column]?.label}は${n(total)}人ですが、${what}${cells}は${n(sum)}人です。`
  return [at(file, whole.sheet.sheet, place(table, whole), ['row.sum', words, REMEDY])]
}
