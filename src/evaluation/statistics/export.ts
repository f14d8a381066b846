import { csvBytes, type SheetColumn, writeXlsx } from '../../exchange/tabular/index.ts'
import type { Work } from '../../platform/database/work.ts'
import { missingWord, PROCESSED } from './figure-words.ts'
import type { Town, TownPopulation } from './schema.ts'
import { townPopulation } from './service.ts'

export interface ExportedFile {
  name: string
  type: string
  bytes: Uint8Array<ArrayBuffer>
}

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

const COLUMNS: readonly SheetColumn[] = [
  { heading: '町', kind: 'text' },
  { heading: '総人口（人）', kind: 'number' },
  { heading: '65歳以上（人）', kind: 'number' },
  { heading: '75歳以上（人）', kind: 'number' },
  { heading: '高齢化率（％）', kind: 'number', format: '0.0' },
  { heading: '数のない理由', kind: 'text' },
  { heading: '調査日', kind: 'date' },
  { heading: '出典', kind: 'text' },
]

type Line = Pick<Town, 'total' | 'aged65' | 'aged75' | 'ageingPerMille'>

/**
 * The figures of the screen as a file, the whole municipality in the last line. A missing figure is a blank cell with its reason
 * beside it, never 0. @throws notFound
 */
export async function exportTowns(
  work: Work,
  { municipalityCode, asOf, format }: { municipalityCode: string; asOf?: string; format: 'csv' | 'xlsx' },
): Promise<ExportedFile> {
  const found = await townPopulation(work, municipalityCode, asOf)
  const rows = rowsOf(found)
  const name = `町別人口_${municipalityCode}_${found.asOf}.${format}`
  const bytes =
    format === 'csv'
      ? csvBytes([COLUMNS.map(({ heading }) => heading), ...rows.map(textOf)], { encoding: 'UTF-8+BOM' })
      : await writeXlsx([{ name: '町別人口', columns: COLUMNS, rows }], {
          notes: [
            ...found.attribution,
            PROCESSED,
            `調査日 ${found.asOf}`,
            found.rounding,
            `作成日 ${work.today}`,
          ],
          createdAt: new Date(work.clock.now().epochMilliseconds),
        })
  return { name, type: TYPES[format], bytes: Uint8Array.from(bytes) }
}

function rowsOf({ towns, whole, asOf, attribution }: TownPopulation): (string | number | null)[][] {
  const source = attribution.join('、')
  const row = (name: string, line: Line) => [
    name,
    line.total.value,
    line.aged65.value,
    line.aged75.value,
    line.ageingPerMille.value === null ? null : line.ageingPerMille.value / 10,
    reasonOf(line),
    asOf,
    source,
  ]
  return [...towns.map((town) => row(town.townName, town)), row('全体', whole)]
}

const reasonOf = ({ total, aged65, aged75, ageingPerMille }: Line): string =>
  [
    ...new Set(
      [total, aged65, aged75, ageingPerMille].flatMap(({ missing }) =>
        missing ? [missingWord(missing)] : [],
      ),
    ),
  ].join('、')

/** 28.0 keeps its decimal, as on the screen. */
const textOf = (row: readonly (string | number | null)[]): string[] =>
  row.map((cell, i) => {
    if (cell === null) return ''
    return typeof cell === 'number' && COLUMNS[i]?.format ? cell.toFixed(1) : String(cell)
  })
