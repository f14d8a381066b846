import type pg from 'pg'
import { readerOf } from '../../statistics/index.ts'
import { type EngineDefinition, measuresOf } from './definition.ts'
import { type FactHead, type Planned, planOf } from './plan.ts'
import { statementOf } from './statement.ts'

export interface Recomputed {
  /** columns made, taken away, and left as they were */
  made: number
  removed: number
  unchanged: number
}

interface StoredHead {
  indicator: string
  level: string
  series: string
  from: string
  to: string
  release: string
  hash: string
  madeFrom: string
}

const keyOf = ({
  indicator,
  level,
  series,
  from,
  to,
  release,
}: Pick<StoredHead, 'indicator' | 'level' | 'series' | 'from' | 'to' | 'release'>) =>
  [indicator, level, series, from, to, release].join('	')

/**
 * Brings the columns of indicators up to the counts and the definitions: only those whose inputs or definition changed are made,
 * and those that no longer follow from anything are taken away. In the transaction of the caller, one run at a time.
 * @throws MixedUnits
 */
export async function recompute(
  client: pg.ClientBase,
  definitions: readonly EngineDefinition[],
  now: Temporal.Instant,
): Promise<Recomputed> {
  await client.query(`select pg_advisory_xact_lock(hashtext('evaluation.indicator_column'))`)
  const planned = planOf(definitions, await headsOf(client, definitions))
  const stored = new Map((await storedHeads(client)).map((head) => [keyOf(head), head]))
  const due: Planned[] = []
  let unchanged = 0
  let replaced = 0
  for (const column of planned) {
    const key = keyOf(column)
    const there = stored.get(key)
    if (there?.hash === column.hash && there.madeFrom === column.madeFrom.join(',')) {
      stored.delete(key)
      unchanged++
    } else {
      due.push(column)
      if (there) replaced++
    }
  }
  await remove(client, [...stored.values()])
  for (const ofShape of Map.groupBy(due, statements())) await make(client, ofShape, now)
  return { made: due.length, removed: stored.size - replaced, unchanged }
}

async function headsOf(client: pg.ClientBase, definitions: readonly EngineDefinition[]): Promise<FactHead[]> {
  // ids as one text: the driver takes apart thousands of arrays slowly
  const rows = await readerOf(client).query<Omit<FactHead, 'releaseIds'> & { releaseIds: string }>(
    `select revision::float8 as revision, measure, level, series, period_from::text as "from", period_to::text as "to", release, unit,
       array_to_string(release_ids, ',') as "releaseIds", case when level = 'nation' then figures[1]::float8 end as figure,
       case when level = 'nation' then missing[1] end as missing
     from evaluation.fact_column where measure = any ($1)`,
    [[...new Set(definitions.flatMap(measuresOf))]],
  )
  return rows.map((row) => ({ ...row, releaseIds: row.releaseIds === '' ? [] : row.releaseIds.split(',') }))
}

function storedHeads(client: pg.ClientBase): Promise<StoredHead[]> {
  return readerOf(client).query<StoredHead>(
    `select indicator, level, series, period_from::text as "from", period_to::text as "to", release, definition_hash as hash,
       array_to_string(made_from, ',') as "madeFrom" from evaluation.indicator_column`,
  )
}

async function remove(client: pg.ClientBase, stored: readonly StoredHead[]): Promise<void> {
  if (stored.length === 0) return
  await client.query(
    `delete from evaluation.indicator_column i using unnest($1::text[], $2::text[], $3::text[], $4::date[], $5::date[], $6::text[])
       g(indicator, level, series, period_from, period_to, release)
     where (i.indicator, i.level, i.series, i.period_from, i.period_to, i.release)
       = (g.indicator, g.level, g.series, g.period_from, g.period_to, g.release)`,
    (['indicator', 'level', 'series', 'from', 'to', 'release'] as const).map((name) =>
      stored.map((head) => head[name]),
    ),
  )
}

async function make(
  client: pg.ClientBase,
  [statement, columns]: readonly [string, readonly Planned[]],
  now: Temporal.Instant,
): Promise<void> {
  const rows = columns.map(({ computation, from, to, releaseIds, madeFrom, ...column }) => ({
    indicator: column.indicator,
    level: column.level,
    series: column.series,
    period_from: from,
    period_to: to,
    release: column.release,
    hash: column.hash,
    standard: column.standard,
    release_ids: releaseIds,
    made_from: madeFrom,
    inputs: column.inputs,
    weights: column.weights,
    per: 'per' in computation ? computation.per : 1,
    blank: column.blank,
  }))
  await client.query(statement, [JSON.stringify(rows), now.toString()])
}

/** `statementOf`, once for all columns of a definition. */
function statements(): (column: Planned) => string {
  const known = new Map<string, string>()
  return (column) => {
    const key = `${column.hash} ${column.earlier} ${column.blank === null}`
    const text = known.get(key) ?? statementOf(column)
    known.set(key, text)
    return text
  }
}
