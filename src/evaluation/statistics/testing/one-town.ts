import pg from 'pg'
import type { TestDatabase } from '../../../platform/database/testing/database.ts'
import { valueTypes } from '../../../platform/database/types.ts'
import { JAPAN, putPlaces, storeFacts } from '../facts.ts'

/**
 * A municipality of one invented town with few old residents: its own count is the town's, so it has to be hidden like it.
 * @returns takes everything away again
 */
export async function oneTown(
  database: TestDatabase,
  municipality: string,
  { day, counts }: { day: string; counts: Readonly<Record<string, number>> },
): Promise<() => Promise<void>> {
  const inDatabase = async (work: (client: pg.Client) => Promise<unknown>) => {
    const client = new pg.Client({ ...database.client('reference'), types: valueTypes })
    await client.connect()
    await work(client)
    await client.end()
  }
  const levels = [
    { level: 'town', series: municipality, code: '架空町' },
    { level: 'municipality', series: JAPAN, code: municipality },
  ] as const
  await inDatabase(async (client) => {
    for (const { level, series, code } of levels) {
      const place = { code, name: code, prefectureCode: '370002', municipalityCodes: [municipality] }
      await putPlaces(client, level, series, [{ ...place, latitude: null, longitude: null }])
      for (const [measure, count] of Object.entries(counts))
        await storeFacts(client, {
          dataset: 'population-by-town',
          level,
          series,
          measure,
          unit: '実人数',
          periodFrom: day,
          periodTo: day,
          release: '確定',
          byCode: new Map([[code, count]]),
          releaseIds: [],
        })
    }
  })
  return () =>
    inDatabase(async (client) => {
      await client.query(
        `delete from evaluation.fact_column where dataset = 'population-by-town' and period_to = $1::date`,
        [day],
      )
      for (const { level, series, code } of levels)
        await client.query('delete from evaluation.place where level = $1 and series = $2 and code = $3', [
          level,
          series,
          code,
        ])
    })
}
