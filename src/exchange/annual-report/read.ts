import { fiscalYear } from '../../platform/calendar/index.ts'
import {
  fileRefusal,
  type Item,
  type LayoutFile,
  openSheets,
  type Refusal,
  refusedFile,
  TabularRefused,
  type TabularSource,
} from '../tabular/index.ts'
import { settleFiscalYear } from './fiscal-year.ts'
import { type AnnualRow, type AnnualTable, LAYOUTS } from './layout.ts'
import { type ReadSheet, readHead, readRows, type SheetHead } from './sheet.ts'
import { violations } from './sums.ts'

export interface AnnualReportOptions {
  /** a fiscal year that ends after this day is refused; from the injected clock */
  notAfter?: string
}

/**
 * Reads a table by insurer of 介護保険事業状況報告（年報）: rows of insurers in the order of sheets and rows. The printed row of the
 * nation is checked and not given. Everything wrong comes as an item.
 */
export async function readAnnualReport(
  source: TabularSource,
  table: AnnualTable,
  { notAfter }: AnnualReportOptions = {},
): Promise<LayoutFile<AnnualRow>> {
  try {
    const heads: SheetHead[] = []
    const refusals: Refusal[] = []
    for (const raw of await openSheets(source)) {
      const head = readHead(source.name, raw, table)
      if (Array.isArray(head)) refusals.push(...head)
      else heads.push(head)
    }
    if (refusals.length === 0) refusals.push(...wrongSheets(source.name, table, heads))
    const year = settleFiscalYear(
      source.name,
      heads.flatMap(({ above }) => above),
      notAfter,
    )
    if (typeof year !== 'number' && heads.length > 0) refusals.push(year)
    if (typeof year !== 'number' || refusals.length > 0) return fileOf(source.name, [], refusals)
    const sheets = heads.map((head) => readRows(source.name, head, table, fiscalYear(year)))
    return fileOf(
      source.name,
      sheets,
      sheets.flatMap((sheet) => sheet.refusals),
      table,
    )
  } catch (error) {
    if (!(error instanceof TabularRefused)) throw error
    return refusedFile(error.refusal)
  }
}

/** A sheet that is not there, or is there twice: the sums across sheets could not be checked. */
function wrongSheets(file: string, table: AnnualTable, heads: readonly SheetHead[]): Refusal[] {
  return LAYOUTS[table].groups.flatMap(({ group, label }) => {
    const found = heads.filter((head) => head.group === group)
    if (found.length === 1) return []
    const words =
      found.length === 0 ? 'がありません' : `が二つあります（${found.map(({ sheet }) => sheet).join('、')}）`
    return [
      fileRefusal(
        file,
        'file.sheets',
        `「${label}」のシート${words}。`,
        '公表されたままのファイルを使ってください。',
      ),
    ]
  })
}

function fileOf(
  file: string,
  sheets: readonly ReadSheet[],
  refusals: readonly Refusal[],
  table?: AnnualTable,
): LayoutFile<AnnualRow> {
  const sums = table && refusals.length === 0 ? violations(file, table, sheets) : []
  return { file, encoding: 'XLSX', items: itemsOf(sheets, [...refusals, ...sums]) }
}

async function* itemsOf(
  sheets: readonly ReadSheet[],
  refusals: readonly Refusal[],
): AsyncGenerator<Item<AnnualRow>> {
  for (const { insurers } of sheets) for (const row of insurers) yield { kind: 'row', row }
  for (const refusal of refusals) yield { kind: 'refused', refusal }
}
