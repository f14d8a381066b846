import { DuckDBConnection } from '@duckdb/node-api'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase } from '../../../platform/database/testing/database.ts'
import { valueTypes } from '../../../platform/database/types.ts'
import { type Count, isCount, putPlaces, readerOf, storeFacts } from '../../statistics/index.ts'
import { distribution, type EngineDefinition, recompute } from './index.ts'

// 架空の町の列
const SERIES = '999995'
const PLACES = 300
const DAYS = ['2024-01-31', '2024-02-29', '2024-03-31']
const STRATA = [
  { numerator: ['a1'], denominator: ['b1'] },
  { numerator: ['a2', 'a3'], denominator: ['b2'] },
]
const common = { levels: ['town'], period: 'month' } as const
const DEFINITIONS: EngineDefinition[] = [
  { ...common, id: 'one', computation: { kind: 'ratio', numerator: ['a1'], denominator: ['b1'], per: 100 } },
  {
    ...common,
    id: 'sums',
    computation: { kind: 'ratio', numerator: ['a1', 'a2', 'a3'], denominator: ['b1', 'b2'], per: 10_000 },
  },
  { ...common, id: 'count', computation: { kind: 'count', measures: ['a1', 'a3'] } },
  {
    ...common,
    id: 'direct',
    computation: {
      kind: 'standardised',
      strata: STRATA,
      standard: { id: 's', title: '標準', weights: [0.45, 0.55] },
      per: 100,
    },
  },
]
/** The same in DuckDB, from one row a place and day. */
const OWN: Record<string, string> = {
  one: '100.0 * a1 / nullif(b1, 0)',
  sums: '10000.0 * (a1 + a2 + a3) / nullif(b1 + b2, 0)',
  count: '(a1 + a3)::double',
  direct: '100 * (0.45 * a1 / nullif(b1, 0) + 0.55 * (a2 + a3) / nullif(b2, 0))',
}
const MEASURES = ['a1', 'a2', 'a3', 'b1', 'b2']

let client: pg.Client
let seed = 1
/** Park and Miller: the same counts at every run. */
const random = () => {
  seed = (seed * 48_271) % 2_147_483_647
  return seed
}
/** One in ten is missing, one in ten is zero. */
const count = (): Count => {
  const kind = random() % 10
  return kind === 0 ? { missing: 'suppressed' } : kind === 1 ? 0 : random() % 30_000
}
const facts = DAYS.flatMap((day) =>
  MEASURES.map((measure) => ({ day, measure, counts: Array.from({ length: PLACES }, count) })),
)

beforeAll(async () => {
  client = new pg.Client({ ...(await testDatabase()).client('reference'), types: valueTypes })
  await client.connect()
  await client.query(
    'delete from evaluation.indicator_column; delete from evaluation.fact_column; delete from evaluation.place',
  )
  const codes = Array.from({ length: PLACES }, (_, n) => `架空${n + 1}`)
  await putPlaces(
    client,
    'town',
    SERIES,
    codes.map((code) => ({ code, name: code, prefectureCode: null })),
  )
  for (const { day, measure, counts } of facts)
    await storeFacts(client, {
      dataset: 'test',
      level: 'town',
      series: SERIES,
      measure,
      unit: '実人数',
      periodFrom: day,
      periodTo: day,
      release: '確定',
      byCode: new Map(codes.map((code, n) => [code, counts[n]!])),
      releaseIds: [],
    })
  await recompute(client, DEFINITIONS, Temporal.Instant.from('2026-11-22T01:00:00Z'))
})
afterAll(() => client.end())

it.each(Object.keys(OWN))('指標 %s は DuckDB と1e-9まで等しく、欠けるところも同じ', async (id) => {
  const duck = await DuckDBConnection.create()
  await duck.run(
    `create table fact (day varchar, nth integer, ${MEASURES.map((measure) => `${measure} bigint`).join(', ')})`,
  )
  const appender = await duck.createAppender('fact')
  for (const day of DAYS) {
    const columns = MEASURES.map(
      (measure) => facts.find((one) => one.day === day && one.measure === measure)!.counts,
    )
    for (let n = 0; n < PLACES; n++) {
      appender.appendVarchar(day)
      appender.appendInteger(n + 1)
      for (const column of columns) {
        const one = column[n]
        if (isCount(one)) appender.appendBigInt(BigInt(one))
        else appender.appendNull()
      }
      appender.endRow()
    }
  }
  appender.closeSync()
  let missing = 0
  for (const day of DAYS) {
    const rows = (
      await duck.runAndReadAll(`select ${OWN[id]} from fact where day = '${day}' order by nth`)
    ).getRows()
    const period = { periodFrom: day, periodTo: day, release: '確定' } as const
    const made = await distribution(readerOf(client), id, 'town', SERIES, period)
    expect(made?.values).toHaveLength(PLACES)
    made?.values.forEach(({ value, missingReason }, n) => {
      const own = rows[n]![0]
      if (own === null) {
        missing++
        expect([value, missingReason]).toEqual([null, expect.stringMatching(/^(suppressed|no-denominator)$/)])
      } else
        expect(Math.abs((value ?? Number.NaN) - Number(own))).toBeLessThanOrEqual(
          1e-9 * Math.max(1, Math.abs(Number(own))),
        )
    })
  }
  expect(missing).toBeGreaterThan(100)
  duck.closeSync()
})
