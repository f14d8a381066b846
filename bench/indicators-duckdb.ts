import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { DuckDBConnection } from '@duckdb/node-api'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { DEFINITIONS } from './indicators-data.ts'

export interface Compared {
  /** values of both sides, missing ones included */
  values: number
  /** places and months that only one side has, or where only one side is missing */
  unlike: number
  /** greatest difference of a value, relative to it */
  greatest: number
  /** DuckDB's own time for all values */
  milliseconds: number
}

const copy = async (client: pg.Client, query: string, file: string) => {
  const stream = client.query(
    copyTo(`copy (${query}) to stdout (format csv)`),
  ) as unknown as NodeJS.ReadableStream
  await pipeline(stream, createWriteStream(file))
}

/** Computes the sixty indicators again from single counts, not from columns, and compares every value. */
export async function compareWithDuckdb(client: pg.Client, folder: string): Promise<Compared> {
  const [facts, made] = [join(folder, 'facts.csv'), join(folder, 'made.csv')]
  await copy(
    client,
    `select measure, period_to, nth, figure from evaluation.fact_column, unnest(figures) with ordinality u(figure, nth)`,
    facts,
  )
  await copy(
    client,
    `select indicator, period_to, nth, figure from evaluation.indicator_column, unnest(figures) with ordinality u(figure, nth)`,
    made,
  )
  const duck = await DuckDBConnection.create()
  try {
    await duck.run(`create table fact as select * from read_csv('${facts}', header = false, nullstr = '',
      columns = {measure: 'varchar', day: 'date', nth: 'integer', figure: 'bigint'})`)
    await duck.run(`create table made as select * from read_csv('${made}', header = false, nullstr = '',
      columns = {indicator: 'varchar', day: 'date', nth: 'integer', figure: 'double'})`)
    const parts = DEFINITIONS.flatMap(({ id, computation }) =>
      computation.kind === 'ratio'
        ? [
            ...computation.numerator.map((measure) => `('${id}', '${measure}', true)`),
            ...computation.denominator.map((measure) => `('${id}', '${measure}', false)`),
          ]
        : [],
    )
    const begun = performance.now()
    // a sum with a missing part is missing: count(*) against count(figure) says so
    await duck.run(`create table own as select indicator, day, nth,
        case when count(*) = count(figure) then sum(figure) filter (where is_above)::double
          / nullif(sum(figure) filter (where not is_above), 0)::double * 100 end as figure
      from (values ${parts.join(', ')}) d(indicator, measure, is_above) join fact using (measure) group by all`)
    const milliseconds = Math.round(performance.now() - begun)
    const reader = await duck.runAndReadAll(`select count(*)::integer as n,
        (count(*) filter (where m.indicator is null or o.indicator is null or (m.figure is null) <> (o.figure is null)))::integer as unlike,
        coalesce(max(abs(m.figure - o.figure) / greatest(abs(o.figure), 1e-300)) filter (where o.figure <> 0 or m.figure <> 0), 0) as greatest
      from made m full join own o using (indicator, day, nth)`)
    const [values, unlike, greatest] = reader.getRows()[0]!.map(Number)
    return { values: values!, unlike: unlike!, greatest: greatest!, milliseconds }
  } finally {
    duck.closeSync()
  }
}
