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
  geojson: 'application/geo+json',
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
  { heading: '圏域', kind: 'text' },
  { heading: '緯度', kind: 'number', format: '0.000000' },
  { heading: '経度', kind: 'number', format: '0.000000' },
  { heading: '出典', kind: 'text' },
]

type Line = Pick<Town, 'total' | 'aged65' | 'aged75' | 'ageingPerMille'>

/**
 * The figures of the screen as a file, the whole municipality in the last line. A missing figure is a blank cell with its reason
 * beside it, never 0. @throws notFound
 */
export async function exportTowns(
  work: Work,
  { municipalityCode, asOf, format }: { municipalityCode: string; asOf?: string; format: keyof typeof TYPES },
): Promise<ExportedFile> {
  const found = await townPopulation(work, municipalityCode, asOf)
  const rows = rowsOf(found)
  if (format === 'geojson') return mapFile(found)
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
  const row = (name: string, line: Line, place: Pick<Town, 'areaName' | 'latitude' | 'longitude'> | null) => [
    name,
    line.total.value,
    line.aged65.value,
    line.aged75.value,
    line.ageingPerMille.value === null ? null : line.ageingPerMille.value / 10,
    reasonOf(line),
    asOf,
    place?.areaName ?? null,
    place?.latitude ?? null,
    place?.longitude ?? null,
    source,
  ]
  return [...towns.map((town) => row(town.townName, town, town)), row('全体', whole, null)]
}

const reasonOf = ({ total, aged65, aged75, ageingPerMille }: Line): string =>
  [
    ...new Set(
      [total, aged65, aged75, ageingPerMille].flatMap(({ missing }) =>
        missing ? [missingWord(missing)] : [],
      ),
    ),
  ].join('、')

/** Points with their figures, as a map takes them (RFC 7946). Towns without a place have no geometry and are not left out. */
function mapFile({ towns, asOf, municipalityCode, attribution, rounding }: TownPopulation): ExportedFile {
  const features = towns.map((town) => ({
    type: 'Feature',
    geometry:
      town.latitude === null || town.longitude === null
        ? null
        : { type: 'Point', coordinates: [town.longitude, town.latitude] },
    properties: {
      町: town.townName,
      圏域: town.areaName,
      総人口: town.total.value,
      '65歳以上': town.aged65.value,
      '75歳以上': town.aged75.value,
      高齢化率パーミル: town.ageingPerMille.value,
      数のない理由: reasonOf(town) || null,
    },
  }))
  const collection = {
    type: 'FeatureCollection',
    調査日: asOf,
    出典: [...attribution, PROCESSED],
    丸め: rounding,
    features,
  }
  return {
    name: `町別人口_${municipalityCode}_${asOf}.geojson`,
    type: TYPES.geojson,
    bytes: Uint8Array.from(new TextEncoder().encode(JSON.stringify(collection))),
  }
}

/** 28.0 keeps its decimal, as on the screen. */
const textOf = (row: readonly (string | number | null)[]): string[] =>
  row.map((cell, i) => {
    if (cell === null) return ''
    return typeof cell === 'number' && COLUMNS[i]?.format === '0.0' ? cell.toFixed(1) : String(cell)
  })
