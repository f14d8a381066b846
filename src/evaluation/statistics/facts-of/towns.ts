import type pg from 'pg'
import { foldName } from '../../../platform/text/index.ts'
import {
  type Count,
  type FactUnit,
  isCount,
  JAPAN,
  prefectureCode,
  putPlaces,
  readerOf,
  storeFacts,
} from '../facts.ts'

export const POPULATION = 'population-by-town'
const BANDS = 18

interface TownRow {
  municipalityCode: string
  asOf: string
  townName: string
  total: number | null
  bandsMale: (number | null)[]
  bandsFemale: (number | null)[]
  households: number | null
  latitude: number | null
  longitude: number | null
  releaseId: string
}
type Measured = Record<string, Count>

const MASKED = { missing: 'suppressed' } as const
const counted = (count: number | null): Count => count ?? MASKED
/** One missing part makes the sum missing: a part would look like the whole. */
export const sum = (parts: readonly Count[]): Count =>
  parts.reduce<Count>((a, b) => (isCount(a) && isCount(b) ? a + b : isCount(a) ? b : a), 0)

/** Measures of one town: all, from 65, 75 and 85 years on, the five-year bands of both sexes together, households. */
export function measuresOfTown({ total, bandsMale, bandsFemale, households }: TownRow): Measured {
  const bands = Array.from({ length: BANDS }, (_, n) =>
    sum([counted(bandsMale[n] ?? null), counted(bandsFemale[n] ?? null)]),
  )
  const named = bands.map((count, n) => [
    `population.${n === 17 ? '85over' : `${n * 5}-${n * 5 + 4}`}`,
    count,
  ])
  return {
    'population.total': counted(total),
    'population.65over': sum(bands.slice(13)),
    'population.75over': sum(bands.slice(15)),
    ...Object.fromEntries(named),
    'population.households': counted(households),
  }
}

const unitOf = (measure: string): FactUnit => (measure === 'population.households' ? '世帯' : '実人数')

/**
 * Columns of the towns of each municipality and day, and of the municipalities as their sums.
 * @param days only these days of survey; without: all
 */
export async function refreshTowns(
  client: pg.ClientBase,
  today: string,
  days?: readonly string[],
): Promise<void> {
  await forgetDays(client)
  const towns = await readerOf(client).query<TownRow>(
    `select municipality_code as "municipalityCode", as_of::text as "asOf", town_name as "townName", total, bands_male as "bandsMale",
       bands_female as "bandsFemale", households, latitude, longitude, release_id as "releaseId"
     from evaluation.town_population where $1::date[] is null or as_of = any ($1)
     order by municipality_code, as_of desc, town_name`,
    [days ?? null],
  )
  for (const [code, ofCode] of Map.groupBy(towns, (town) => town.municipalityCode))
    await storeTowns(client, code, ofCode)
  await storeMunicipalities(client, towns, today)
}

/** Days that are loaded no more, because their import was undone. */
async function forgetDays(client: pg.ClientBase): Promise<void> {
  await client.query(
    `delete from evaluation.fact_column f where f.dataset = $1 and not exists (select from evaluation.town_population p
       where p.as_of = f.period_to and f.series in ('japan', p.municipality_code))`,
    [POPULATION],
  )
}

/** Keys of the towns of a municipality: folded names; where two towns of one day fold alike, the names themselves. */
export function townCodes(towns: readonly { asOf: string; townName: string }[]): Map<string, string> {
  const twice = new Set<string>()
  for (const ofDay of Map.groupBy(towns, (town) => town.asOf).values()) {
    for (const [fold, same] of Map.groupBy(ofDay, ({ townName }) => foldName(townName)))
      if (same.length > 1) twice.add(fold)
  }
  return new Map(
    towns.map(({ townName }) => [townName, twice.has(foldName(townName)) ? townName : foldName(townName)]),
  )
}

async function storeTowns(
  client: pg.ClientBase,
  municipality: string,
  towns: readonly TownRow[],
): Promise<void> {
  const codes = townCodes(towns)
  // the latest day comes first: its name and place are kept
  const places = new Map<string, TownRow>()
  for (const town of towns) {
    const code = codes.get(town.townName)!
    if (!places.has(code)) places.set(code, town)
  }
  await putPlaces(
    client,
    'town',
    municipality,
    [...places].map(([code, { townName, latitude, longitude }]) => ({
      code,
      name: townName,
      prefectureCode: prefectureCode(municipality.slice(0, 2)),
      municipalityCodes: [municipality],
      latitude,
      longitude,
    })),
  )
  for (const [day, ofDay] of Map.groupBy(towns, (town) => town.asOf))
    await storeDay(
      client,
      { level: 'town', series: municipality, day, absent: 'not-published-at-this-level' },
      ofDay.map((town) => ({
        code: codes.get(town.townName)!,
        measured: measuresOfTown(town),
        release: town.releaseId,
      })),
    )
}

async function storeMunicipalities(
  client: pg.ClientBase,
  towns: readonly TownRow[],
  today: string,
): Promise<void> {
  await putMunicipalities(client, [...new Set(towns.map((town) => town.municipalityCode))], today)
  for (const [day, ofDay] of Map.groupBy(towns, (town) => town.asOf)) {
    const wholes = [...Map.groupBy(ofDay, (town) => town.municipalityCode)].map(([code, ofCode]) => {
      const all = ofCode.map(measuresOfTown)
      const measured = Object.fromEntries(
        Object.keys(all[0]!).map((measure) => [measure, sum(all.map((town) => town[measure]!))]),
      )
      return { code, measured, release: [...new Set(ofCode.map((town) => town.releaseId))] }
    })
    await storeDay(client, { level: 'municipality', series: JAPAN, day, absent: 'not-loaded' }, wholes)
  }
}

/** Places of municipalities, by the name that the list of codes gives; without it, by their code. */
export async function putMunicipalities(
  client: pg.ClientBase,
  codes: readonly string[],
  today: string,
): Promise<void> {
  const named = await readerOf(client).query<{
    code: string
    name: string
    latitude: number | null
    longitude: number | null
  }>(
    `select c.code, coalesce(m.name, p.name, c.code) as name, m.latitude, m.longitude from unnest($1::text[]) with ordinality c(code, nth)
     left join lateral (select name, latitude, longitude from registers.municipality m where m.code = c.code
       and (valid_from is null or valid_from <= $2::date) order by valid_from desc nulls last limit 1) m on true
     left join evaluation.place p on p.level = 'municipality' and p.series = 'japan' and p.code = c.code
     order by c.nth`,
    [codes, today],
  )
  await putPlaces(
    client,
    'municipality',
    JAPAN,
    named.map((one) => ({
      ...one,
      prefectureCode: prefectureCode(one.code.slice(0, 2)),
      municipalityCodes: [one.code],
    })),
  )
}

async function storeDay(
  client: pg.ClientBase,
  {
    level,
    series,
    day,
    absent,
  }: {
    level: 'town' | 'municipality'
    series: string
    day: string
    absent: 'not-loaded' | 'not-published-at-this-level'
  },
  rows: readonly { code: string; measured: Measured; release: string | string[] }[],
): Promise<void> {
  const releaseIds = [...new Set(rows.flatMap((row) => row.release))]
  for (const measure of Object.keys(rows[0]?.measured ?? {}))
    await storeFacts(client, {
      dataset: POPULATION,
      level,
      series,
      measure,
      unit: unitOf(measure),
      periodFrom: day,
      periodTo: day,
      release: '確定',
      byCode: new Map(rows.map(({ code, measured }) => [code, measured[measure]!])),
      absent,
      releaseIds,
    })
}
