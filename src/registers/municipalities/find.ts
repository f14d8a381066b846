import { prefectureCode, prefectureNumber } from '../../exchange/municipality-codes/index.ts'
import type { Statement, Tx } from '../../platform/database/engine.ts'
import { foldMunicipality, type Municipality } from './rules/municipality.ts'

const MUNICIPALITY = `select code, name, kana, fold, prefecture_code as "prefectureCode", kind, parent_code as "parentCode", latitude,
    longitude, valid_from as "validFrom", valid_to as "validTo", successor_codes as "successorCodes", confidence
  from registers.municipality`
const ON = (day: string) =>
  `(valid_from is null or valid_from <= ${day}::date) and (valid_to is null or valid_to >= ${day}::date)`

/** Prefectures, municipalities and wards of a day, by code: for a flight of several statements. */
export const municipalitiesStatement = (day: string): Statement => ({
  text: `${MUNICIPALITY} where ${ON('$1')} order by code`,
  values: [day],
})

/** Prefectures, municipalities and wards of a day, by code. Empty: no list was imported. */
export function municipalitiesOn(tx: Tx, day: string): Promise<Municipality[]> {
  const { text, values } = municipalitiesStatement(day)
  return tx.query<Municipality>(text, values)
}

/** @param code six digits @returns null when the code does not hold on that day */
export async function municipalityOn(tx: Tx, code: string, day: string): Promise<Municipality | null> {
  const [found] = await tx.query<Municipality>(`${MUNICIPALITY} where code = $1 and ${ON('$2')}`, [code, day])
  return found ?? null
}

/** Every period of a code, oldest first: what it was called, until when, and what followed. */
export function periodsOf(tx: Tx, code: string): Promise<Municipality[]> {
  return tx.query<Municipality>(`${MUNICIPALITY} where code = $1 order by valid_from nulls first`, [code])
}

/**
 * A municipality or ward by its name as people write it: 金ケ崎町 for 金ヶ崎町, 「札幌市 中央区」 with a blank. A ward needs its city.
 * @returns null when none of that name is in the prefecture on that day
 */
export async function findMunicipality(
  tx: Tx,
  prefectureName: string,
  name: string,
  day: string,
): Promise<Municipality | null> {
  const number = prefectureNumber(prefectureName)
  if (number === undefined) return null
  const found = await tx.query<Municipality>(
    `${MUNICIPALITY} where prefecture_code = $1 and fold = $2 and kind <> 'prefecture' and ${ON('$3')} order by code`,
    [prefectureCode(number), foldMunicipality(name), day],
  )
  return found.length === 1 ? found[0]! : null
}
