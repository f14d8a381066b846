import { careServices } from '../../exchange/care-offices/index.ts'
import type { Work } from '../../platform/database/work.ts'
import { type CountRow, countsOf, countsStatement } from './differences.ts'
import type { Holdings } from './schema.ts'
import { ATTRIBUTION, linesOf, serviceOf } from './words.ts'

interface LoadRow {
  code: string
  prefectureCode: string
  prefectureName: string | null
  asOf: string
  datedBy: 'file-name' | 'load'
  rowCount: number
}

/** What is loaded and what is not, the choices of the filters, and how much is left to decide. */
export async function holdings(work: Work): Promise<Holdings> {
  const { insurerId } = work.actor
  const [loads, municipalities, counts, lines] = (await work.flight([
    {
      text: `select l.service_code as code, l.prefecture_code as "prefectureCode", l.as_of as "asOf", l.dated_by as "datedBy",
          l.row_count as "rowCount",
          (select max(o.prefecture_name) from registers.care_office o where o.prefecture_code = l.prefecture_code) as "prefectureName"
        from registers.care_office_load l order by l.prefecture_code, l.service_code`,
    },
    {
      text: `select o.municipality_code as code, max(o.municipality_name) as name, max(o.prefecture_name) as "prefectureName",
          exists (select from registers.member_municipality m where m.insurer_id = $1 and m.municipality_code = o.municipality_code
            and m.valid_from <= $2::date and (m.valid_to is null or m.valid_to >= $2::date)) as "isOwn"
        from registers.care_office o
        where exists (select from registers.care_office_service s
          where s.office_number = o.office_number and s.municipality_code = o.municipality_code)
        group by o.municipality_code order by o.municipality_code`,
      values: [insurerId, work.today],
    },
    countsStatement(work, null),
    { text: ATTRIBUTION, values: [null] },
  ])) as [LoadRow[], Holdings['municipalities'], CountRow[], Parameters<typeof linesOf>[0]]
  return {
    prefectures: [...Map.groupBy(loads, ({ prefectureCode }) => prefectureCode)].map(holdingOf),
    municipalities,
    services: careServices
      .filter(({ code }) => loads.some((load) => load.code === code))
      .map(({ code }) => serviceOf(code)),
    differences: countsOf(counts),
    attribution: linesOf(lines),
  }
}

function holdingOf([prefectureCode, loads]: [string, LoadRow[]]): Holdings['prefectures'][number] {
  const loaded = new Set(loads.map(({ code }) => code))
  return {
    prefectureCode,
    prefectureName: loads[0]?.prefectureName ?? null,
    services: loads.map(({ code, asOf, datedBy, rowCount }) => ({
      ...serviceOf(code),
      asOf,
      datedBy,
      rowCount,
    })),
    missing: careServices.filter(({ code }) => !loaded.has(code)).map(({ code }) => serviceOf(code)),
  }
}
