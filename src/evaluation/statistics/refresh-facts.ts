import type pg from 'pg'
import { JAPAN, placesOf, readerOf } from './facts.ts'
import { refreshCentres } from './facts-of/centres.ts'
import { refreshDistances } from './facts-of/distances.ts'
import { refreshOffices } from './facts-of/offices.ts'
import { putMunicipalities, refreshTowns } from './facts-of/towns.ts'
import { upgradeInsurerCodes } from './insurer-places.ts'

/**
 * Makes columns anew from the tables that files of a kind were read into; what comes out the same stays as it was. Kinds that
 * store their columns themselves (年報) only bring new places.
 * @param dataset the kind of file that changed; null: all of them
 * @param days of survey that changed, of population-by-town; absent: all
 */
export async function refreshFacts(
  client: pg.ClientBase,
  dataset: string | null,
  { today, days }: { today: string; days?: readonly string[] },
): Promise<void> {
  await client.query(`select pg_advisory_xact_lock(hashtext('evaluation.fact_column'))`)
  const is = (...kinds: string[]) => dataset === null || kinds.includes(dataset)
  if (is('municipality-codes', 'insurer-members')) {
    await upgradeInsurerCodes(client, today)
    const places = await placesOf(readerOf(client), 'municipality', JAPAN)
    await putMunicipalities(
      client,
      places.map(({ code }) => code),
      today,
    )
  }
  const before = await municipalities(client)
  if (
    is(
      'care-offices',
      'municipality-codes',
      'insurer-members',
      'annual-report-insured',
      'annual-report-certified',
    )
  )
    await refreshOffices(client, today)
  if (is('facilities')) await refreshCentres(client, today)
  if (is('population-by-town')) await refreshTowns(client, today, days)
  // a column has an element for every place: a new municipality lengthens all of its level
  if ((await municipalities(client)) !== before) {
    await refreshOffices(client, today)
    await refreshCentres(client, today)
    await refreshTowns(client, today)
  }
  if (is('population-by-town', 'care-offices')) await refreshDistances(client)
}

const municipalities = async (client: pg.ClientBase): Promise<number> =>
  (await placesOf(readerOf(client), 'municipality', JAPAN)).length
