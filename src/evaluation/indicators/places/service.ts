import type { Work } from '../../../platform/database/work.ts'
import { ownPlaces } from '../../statistics/index.ts'
import type { PlaceList } from './schema.ts'

interface Row {
  level: string
  series: string
  code: string
  name: string
  prefectureCode: string | null
  municipalityCodes: string[]
}

const PLACES = `select level, series, code, name, prefecture_code as "prefectureCode", municipality_codes as "municipalityCodes"
  from evaluation.place where level in ('prefecture', 'insurer', 'municipality') and series = 'japan' order by level, position`
const WITH_TOWNS = `select distinct series from evaluation.place where level = 'town' order by 1`

/** Every place that can be chosen on the pages of indicators, and which of them is the reader's. */
export const listPlaces = (work: Work): Promise<PlaceList> =>
  work.read(async (tx) => {
    const rows = await tx.query<Row>(PLACES)
    const towns = await tx.query<{ series: string }>(WITH_TOWNS)
    const own = await ownPlaces(tx, work.actor)
    const of = (level: string) => rows.filter((row) => row.level === level)
    const named = ({ code, name }: Row) => ({ code, name: name.replace(/\s+/g, '') })
    return {
      own: own
        .filter(({ level }) => level === 'insurer' || level === 'municipality')
        .map(({ level, code, name }) => ({ level, code, name: name.replace(/\s+/g, '') })),
      prefectures: of('prefecture')
        .map(named)
        .toSorted((a, b) => (a.code < b.code ? -1 : 1)),
      insurers: of('insurer').map((row) => ({
        ...named(row),
        prefectureCode: row.prefectureCode,
        municipalityCodes: row.municipalityCodes,
      })),
      municipalities: of('municipality').map((row) => ({
        ...named(row),
        prefectureCode: row.prefectureCode,
      })),
      withTowns: towns.map(({ series }) => series),
    }
  })
