import type pg from 'pg'
import type { AfterImport } from '../../platform/import/index.ts'
import { refreshIndicators } from './engine/index.ts'

/** Figures follow the files in the same transaction: nobody sees new counts beside old rates. */
export const afterImport: AfterImport = async (client, kind, { now, today }) => {
  const days = kind === 'population-by-town' ? await stagedDays(client) : undefined
  await refreshIndicators(client, kind, { now, today, ...(days ? { days } : {}) })
}

/** Days of survey of the run; undefined where nothing is staged, as when a run is undone. */
async function stagedDays(client: pg.ClientBase): Promise<string[] | undefined> {
  const { rows: there } = await client.query<{ is: boolean }>(
    `select to_regclass('pg_temp.stage') is not null as is`,
  )
  if (!there[0]?.is) return undefined
  const { rows } = await client.query<{ day: string }>('select distinct as_of::text as day from stage')
  return rows.map(({ day }) => day)
}
