import type pg from 'pg'
import { isBasic, type Municipality, municipalitiesOn } from '../../../registers/municipalities/index.ts'
import { type OfficeCounts, officeCountFinder, officeCounts } from '../../../registers/offices/index.ts'
import { type Count, JAPAN, type Level, placesOf, readerOf, storeFacts } from '../facts.ts'
import { putMunicipalities, sum } from './towns.ts'

export const OFFICES = 'care-offices'
const NOT_LOADED = { missing: 'not-loaded' } as const

/** The day that a service's column is of: the latest of its files. */
export interface ServiceDay {
  serviceCode: string
  asOf: string
  releaseIds: string[]
}
export const serviceDays = ({ loaded }: OfficeCounts): ServiceDay[] =>
  [...Map.groupBy(loaded, (one) => one.serviceCode)].map(([serviceCode, loads]) => ({
    serviceCode,
    asOf: loads
      .map(({ asOf }) => asOf)
      .sort()
      .at(-1)!,
    releaseIds: loads.map(({ releaseId }) => releaseId),
  }))

/**
 * Offices of each kind by municipality, insurer and prefecture. A service that is not loaded for a prefecture is missing there;
 * a loaded one without an office is a true zero. Needs the list of municipality codes: without it nothing is made.
 */
export async function refreshOffices(client: pg.ClientBase, today: string): Promise<void> {
  const reader = readerOf(client)
  const offices = await officeCounts(reader)
  const days = serviceDays(offices)
  await forgetServices(client, days)
  const municipalities = await municipalitiesOn(reader as Parameters<typeof municipalitiesOn>[0], today)
  if (municipalities.length === 0 || days.length === 0) return
  const prefectures = new Set(offices.loaded.map((one) => one.prefectureCode))
  const basic = municipalities.filter((one) => isBasic(one) && prefectures.has(one.prefectureCode))
  await putMunicipalities(
    client,
    basic.map(({ code }) => code),
    today,
  )
  const known = new Set((await placesOf(reader, 'municipality', JAPAN)).map(({ code }) => code))
  const insurers = await placesOf(reader, 'insurer', JAPAN)
  const ofPrefectures = await placesOf(reader, 'prefecture', JAPAN)
  const countOf = cityCounts(offices, municipalities)
  for (const day of days) {
    const { serviceCode } = day
    const store = (level: Level, byCode: Map<string, Count>) => storeService(client, day, level, byCode)
    await store('municipality', new Map([...known].map((code) => [code, countOf(code, serviceCode)])))
    if (insurers.length > 0) {
      const ofInsurer = ({ municipalityCodes }: { municipalityCodes: readonly string[] }) =>
        municipalityCodes.length === 0
          ? NOT_LOADED
          : sum(municipalityCodes.map((code) => countOf(code, serviceCode)))
      await store('insurer', new Map(insurers.map((insurer) => [insurer.code, ofInsurer(insurer)])))
    }
    if (ofPrefectures.length > 0) {
      const ofPrefecture = prefectureCounts(offices, serviceCode)
      await store(
        'prefecture',
        new Map(ofPrefectures.map(({ code }) => [code, ofPrefecture.get(code) ?? NOT_LOADED])),
      )
    }
  }
}

/** A service that is loaded no more, or on earlier days only, because its import was undone. */
async function forgetServices(client: pg.ClientBase, days: readonly ServiceDay[]): Promise<void> {
  await client.query(
    `delete from evaluation.fact_column f where f.dataset = $1 and not exists (
       select from unnest($2::text[], $3::date[]) d(service, as_of)
       where split_part(f.measure, '.', 2) = d.service and f.period_to <= d.as_of)`,
    [OFFICES, days.map(({ serviceCode }) => serviceCode), days.map(({ asOf }) => asOf)],
  )
}

/**
 * Wards count to their city. An office of a ward that the list of codes does not know (浜松市 since 2024) counts to no city that we
 * can name, so the designated cities of its prefecture are missing rather than too small.
 */
function cityCounts(
  offices: OfficeCounts,
  municipalities: readonly Municipality[],
): (code: string, serviceCode: string) => Count {
  const find = officeCountFinder(offices)
  const wards = Map.groupBy(
    municipalities.filter(({ parentCode }) => parentCode !== null),
    ({ parentCode }) => parentCode!,
  )
  const known = new Map(municipalities.map((one) => [one.code, one]))
  const doubtful = new Set(
    offices.counts
      .filter(({ municipalityCode }) => !known.has(municipalityCode))
      .map(({ municipalityCode, serviceCode }) => `${municipalityCode.slice(0, 2)} ${serviceCode}`),
  )
  return (code, serviceCode) => {
    const own = find(code, serviceCode)
    const isCity = known.get(code)?.kind === 'designated-city'
    if (own === null || (isCity && doubtful.has(`${code.slice(0, 2)} ${serviceCode}`))) return NOT_LOADED
    return (wards.get(code) ?? []).reduce((all, ward) => all + (find(ward.code, serviceCode) ?? 0), own)
  }
}

function prefectureCounts({ loaded, counts }: OfficeCounts, serviceCode: string): Map<string, number> {
  const found = loaded.filter((one) => one.serviceCode === serviceCode)
  return new Map(
    found.map(({ prefectureCode }) => [
      prefectureCode,
      counts
        .filter(
          (one) =>
            one.serviceCode === serviceCode && one.municipalityCode.startsWith(prefectureCode.slice(0, 2)),
        )
        .reduce((all, { offices }) => all + offices, 0),
    ]),
  )
}

async function storeService(
  client: pg.ClientBase,
  { serviceCode, asOf, releaseIds }: ServiceDay,
  level: Level,
  byCode: ReadonlyMap<string, Count>,
): Promise<void> {
  await storeFacts(client, {
    dataset: OFFICES,
    level,
    series: JAPAN,
    measure: `offices.${serviceCode}`,
    unit: 'か所',
    periodFrom: asOf,
    periodTo: asOf,
    release: '確定',
    byCode,
    absent: 'not-loaded',
    releaseIds,
  })
}
