import type { Work } from '../../platform/database/work.ts'
import { type TableFile, tableFile } from '../../platform/documents/index.ts'
import { openDataFile } from './open-data.ts'
import type { FacilityExport, FacilityList } from './schema.ts'
import { allFacilities, facilityLists } from './service.ts'

const text = (heading: string, width?: number) => ({
  heading,
  kind: 'text' as const,
  ...(width === undefined ? {} : { width }),
})

/** What the list shows as it is filtered, with the sources of what stands in it; or as a file of the national standard. */
export async function exportFacilities(
  work: Work,
  { format, ...filter }: FacilityExport,
): Promise<TableFile> {
  if (format === 'open-data') return openDataFile(work, filter)
  const rows = await allFacilities(work, filter)
  const shown = new Set(rows.map(({ areaCode, category }) => `${areaCode} ${category}`))
  const lists = (await facilityLists(work)).filter((list) => shown.has(`${list.areaCode} ${list.category}`))
  work.about('facility', undefined, { count: rows.length, format })
  return tableFile(
    {
      name: '施設・場所の一覧',
      columns: [
        text('市区町村', 12),
        text('種類', 20),
        text('名称', 36),
        text('サービス・種類', 24),
        text('住所', 36),
        text('電話番号', 16),
        text('曜日', 14),
        text('時間', 16),
        { heading: '定員（人）', kind: 'number', width: 10 },
      ],
      rows: rows.map((row) => [
        row.areaName,
        row.category,
        row.name,
        row.service,
        row.address,
        row.telephone,
        row.openDays,
        row.hours,
        row.capacity,
      ]),
      notes: lists.map(sourceLine),
    },
    format,
    work.clock,
  )
}

export const sourceLine = ({ areaName, category, attribution, asOf, isAsOfStated }: FacilityList): string =>
  `${areaName} ${category}: ${attribution}（${isAsOfStated ? `${asOf} 現在` : `時点の記載なし、${asOf} に読み込み`}）`
