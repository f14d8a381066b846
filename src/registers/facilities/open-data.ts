import { type Facility, facilityCsv } from '../../exchange/facilities/index.ts'
import type { Work } from '../../platform/database/work.ts'
import type { TableFile } from '../../platform/documents/index.ts'
import { invalid } from '../../platform/errors/index.ts'
import type { Filter } from './schema.ts'

const PLACES = `
  select f.area_code as "areaCode", f.category, f.key, f.id_in_list as id, f.name, f.kana, f.address, f.building, f.latitude,
    f.longitude, f.telephone, f.extension, f.fax, f.postal_code as "postalCode", f.operator,
    f.corporate_number as "corporateNumber", f.office_number as "officeNumber", f.service, f.open_days as "openDays",
    f.opens_at as "opensAt", f.closes_at as "closesAt", f.hours_note as "hoursNote", f.capacity, f.description, f.url, f.note,
    f.marks, f.extras, f.as_written as "asWritten", f.source_row as "rowNumber"
  from registers.facility f where f.area_code = $1 and f.category = $2 order by f.source_row`

/** One whole list as 公共施設一覧 of the national standard, read again before it leaves. @throws invalid, NotRoundTrip */
export async function openDataFile(
  work: Work,
  { areaCode, category }: Omit<Filter, 'format'>,
): Promise<TableFile> {
  if (areaCode === null || category === null)
    throw invalid([
      {
        path: 'category',
        code: 'one-list',
        message: '標準の様式は、一つの一覧を一つのファイルにします。市区町村と種類を一つずつ選んでください。',
      },
    ])
  const [rows] = (await work.flight([{ text: PLACES, values: [areaCode, category] }])) as [Facility[]]
  work.about('facility', undefined, { count: rows.length, format: 'open-data' })
  const bytes = await facilityCsv(rows)
  return {
    name: `${areaCode}_public_facility.csv`,
    type: 'text/csv; charset=utf-8',
    bytes: Uint8Array.from(bytes),
  }
}
