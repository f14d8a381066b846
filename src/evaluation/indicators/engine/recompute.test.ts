import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../platform/database/testing/database.ts'
import { valueTypes } from '../../../platform/database/types.ts'
import {
  type Count,
  type FactUnit,
  type NewFacts,
  putPlaces,
  readerOf,
  storeFacts,
} from '../../statistics/index.ts'
import type { Computation } from '../define.ts'
import { distribution, type EngineDefinition, MixedUnits, recompute, series } from './index.ts'

// 架空の町の列: invented, told from published ones by a series that no municipality has
const SERIES = '999995'
const CODES = ['い', 'ろ', 'は', 'に']
const NOW = Temporal.Instant.from('2026-11-22T01:00:00Z')
let client: pg.Client
beforeAll(async () => {
  client = new pg.Client({ ...(await testDatabase()).client('reference'), types: valueTypes })
  await client.connect()
})
afterAll(() => client.end())
beforeEach(async () => {
  await client.query(
    'delete from evaluation.indicator_column; delete from evaluation.fact_column; delete from evaluation.place',
  )
  await putPlaces(
    client,
    'town',
    SERIES,
    CODES.map((code) => ({ code, name: `架空${code}町`, prefectureCode: null })),
  )
  await putPlaces(client, 'nation', 'japan', [{ code: '000000', name: '全国', prefectureCode: null }])
})

const put = (measure: string, counts: Count[], more: Partial<NewFacts> = {}) =>
  storeFacts(client, {
    dataset: 'test',
    level: 'town',
    series: SERIES,
    measure,
    unit: '実人数',
    periodFrom: more.periodTo ?? '2024-03-31',
    periodTo: '2024-03-31',
    release: '確定',
    byCode: new Map(counts.map((count, n) => [more.level === 'nation' ? '000000' : CODES[n]!, count])),
    releaseIds: [],
    ...more,
  })
const national = (measure: string, count: Count, more: Partial<NewFacts> = {}) =>
  put(measure, [count], { level: 'nation', series: 'japan', ...more })
const definition = (computation: Computation, more: Partial<EngineDefinition> = {}): EngineDefinition => ({
  id: 'test-indicator',
  levels: ['town'],
  period: 'day',
  computation,
  ...more,
})
const ratio = (more: Partial<Extract<Computation, { kind: 'ratio' }>> = {}): Computation => ({
  kind: 'ratio',
  numerator: ['a'],
  denominator: ['b'],
  per: 100,
  ...more,
})
const run = async (...definitions: EngineDefinition[]) => {
  await client.query('begin')
  try {
    return await recompute(client, definitions, NOW)
  } finally {
    await client.query('commit')
  }
}
const values = async (period: Parameters<typeof distribution>[4] = null) =>
  (await distribution(readerOf(client), 'test-indicator', 'town', SERIES, period))?.values.map(
    ({ value, missingReason }) => value ?? missingReason,
  )
const on = (day: string, release: '速報' | '確定' | '改訂' = '確定') => ({
  periodFrom: day,
  periodTo: day,
  release,
})

describe('率', () => {
  it('欠けは理由を持ち、分母0は「分母なし」で、0は0になる', async () => {
    await put('a', [1, 0, { missing: 'suppressed' }, 3])
    await put('b', [8, 5, 9, 0])
    await run(definition(ratio()))
    expect(await values()).toEqual([12.5, 0, 'suppressed', 'no-denominator'])
  })

  it('足すもののどれかが欠ければ和も欠け、理由は初めに欠けたものの理由', async () => {
    await put('a', [1, 1, 1, 1])
    await put('c', [2, { missing: 'not-loaded' }, 2, 2])
    await put('b', [10, 10, { missing: 'not-reported' }, 10])
    await run(definition(ratio({ numerator: ['a', 'c'], per: 10_000 })))
    expect(await values()).toEqual([3000, 'not-loaded', 'not-reported', 3000])
  })

  it('あとから増えた場所は、前の列では欠ける', async () => {
    await put('a', [1, 1, 1, 1])
    await put('b', [2, 2, 2, 2])
    await putPlaces(client, 'town', SERIES, [{ code: 'ほ', name: '架空ほ町', prefectureCode: null }])
    await run(definition(ratio()))
    expect(await values()).toEqual([50, 50, 50, 50, 'not-reported'])
    // one input longer than the other
    await storeFacts(client, {
      dataset: 'test',
      level: 'town',
      series: SERIES,
      measure: 'a',
      unit: '実人数',
      periodFrom: '2024-03-31',
      periodTo: '2024-03-31',
      release: '確定',
      byCode: new Map([...CODES, 'ほ'].map((code) => [code, 1])),
      releaseIds: [],
    })
    await run(definition(ratio()))
    expect(await values()).toEqual([50, 50, 50, 50, 'not-reported'])
  })

  it('分母がまだ取り込まれていない時点の列は作らない', async () => {
    await put('a', [1, 1, 1, 1])
    expect(await run(definition(ratio()))).toEqual({ made: 0, removed: 0, unchanged: 0 })
    expect(await values()).toBeUndefined()
  })

  it('別の日の分母は、その日か、それより前の直近の日のもの', async () => {
    await put('a', [1, 1, 1, 1], { periodTo: '2026-05-01' })
    await put('b', [10, 10, 10, 10], { periodTo: '2024-03-31' })
    await put('b', [20, 20, 20, 20], { periodTo: '2025-03-31' })
    await put('b', [1, 1, 1, 1], { periodTo: '2026-10-01' })
    await run(definition(ratio({ denominatorPeriod: 'nearest-before' })))
    expect(await values(on('2026-05-01'))).toEqual([5, 5, 5, 5])
  })
})

describe('期間', () => {
  const flow = (from: string, to: string, figure = 12) =>
    Promise.all([put('a', Array(4).fill(figure), { periodFrom: from, periodTo: to })])
  const count: Computation = { kind: 'count', measures: ['a'] }

  it('年度の数は4月から3月までだけ。途中までの年度は、値ではなく「年度の途中」になる', async () => {
    await flow('2023-04-01', '2024-03-31')
    await flow('2024-04-01', '2024-07-31', 4)
    await run(definition(count, { period: 'fiscal-year' }))
    expect(await values({ periodFrom: '2023-04-01', periodTo: '2024-03-31', release: '確定' })).toEqual([
      12, 12, 12, 12,
    ])
    expect(await values()).toEqual(['partial-year', 'partial-year', 'partial-year', 'partial-year'])
  })

  it('年度末の指標は、ほかの日の数を使わない', async () => {
    await put('a', [1, 1, 1, 1], { periodTo: '2024-10-01' })
    await put('a', [2, 2, 2, 2], { periodTo: '2024-03-31' })
    await flow('2023-04-01', '2024-03-31', 99)
    await run(definition(count, { period: 'fiscal-year-end' }))
    expect(
      (await series(readerOf(client), 'test-indicator', 'town', SERIES, 'い')).map(({ periodTo, value }) => [
        periodTo,
        value,
      ]),
    ).toEqual([['2024-03-31', 2]])
  })
})

describe('公表の段階', () => {
  it('速報と確定は別の値になり、混ざった値は落ち着いていないほうの名を持つ', async () => {
    await put('a', [1, 1, 1, 1], { release: '速報' })
    await put('a', [2, 2, 2, 2])
    await put('b', [10, 10, 10, 10])
    await run(definition(ratio()))
    expect(await values(on('2024-03-31', '速報'))).toEqual([10, 10, 10, 10])
    expect(await values(on('2024-03-31'))).toEqual([20, 20, 20, 20])
    expect(await values()).toEqual([20, 20, 20, 20]) // the most settled
  })

  it('分子だけ改訂されれば、改訂が確定に代わり、値は確定の名を持つ', async () => {
    await put('a', [1, 1, 1, 1])
    await put('a', [3, 3, 3, 3], { release: '改訂' })
    await put('b', [10, 10, 10, 10])
    await run(definition(ratio()))
    expect(await values(on('2024-03-31'))).toEqual([30, 30, 30, 30])
    await put('b', [5, 5, 5, 5], { release: '改訂' })
    await run(definition(ratio()))
    expect(await values(on('2024-03-31'))).toEqual([10, 10, 10, 10])
    expect(await values(on('2024-03-31', '改訂'))).toEqual([60, 60, 60, 60])
  })
})

describe('年齢をそろえた率', () => {
  const strata = [
    { numerator: ['a1'], denominator: ['b1'] },
    { numerator: ['a2'], denominator: ['b2'] },
  ]
  beforeEach(async () => {
    // 65–74: 5 %; 75 and over: 32 % (domain sheet ANL-02)
    await put('a1', [20, 0, 10, 1])
    await put('b1', [400, 0, 200, 1])
    await put('a2', [192, 32, 64, 1])
    await put('b2', [600, 100, 200, 1])
    for (const [measure, count] of [
      ['a1', 45],
      ['b1', 450],
      ['a2', 220],
      ['b2', 550],
    ] as const)
      await national(measure, count)
  })

  it('直接法: 率5%と32%、標準45%と55%なら19.85(ANL-02)。標準は値とともに残る', async () => {
    const standard = { id: 'nation-2', title: '全国の2区分', weights: 'nation' } as const
    await run(definition({ kind: 'standardised', strata, standard, per: 100 }))
    expect((await values())?.slice(0, 3)).toEqual([
      expect.closeTo(19.85, 9),
      'no-denominator',
      expect.closeTo(19.85, 9),
    ])
    const made = await distribution(readerOf(client), 'test-indicator', 'town', SERIES, null)
    expect(made?.standard).toEqual({ id: 'nation-2', title: '全国の2区分', weights: [0.45, 0.55] })
    const own = { ...standard, weights: [1, 3] }
    await run(definition({ kind: 'standardised', strata, standard: own, per: 100 }))
    expect((await values())?.[0]).toBeCloseTo(0.25 * 5 + 0.75 * 32, 9)
  })

  it('間接法: 観察 ÷ 期待(全国の率10%と40%)×100', async () => {
    await run(definition({ kind: 'indirect', strata, per: 100 }))
    expect(await values()).toEqual([
      expect.closeTo((212 / 280) * 100, 9),
      expect.closeTo((32 / 40) * 100, 9),
      expect.closeTo((74 / 100) * 100, 9),
      expect.closeTo((2 / 0.5) * 100, 9),
    ])
  })

  it('全国の数が伏せられていれば、どこの値も欠ける', async () => {
    await national('b2', { missing: 'suppressed' })
    await run(definition({ kind: 'indirect', strata, per: 100 }))
    expect(new Set(await values())).toEqual(new Set(['suppressed']))
  })
})

describe('最初の調査日からの増減', () => {
  it('数の分かる最も古い日と比べる。その日自身と、元が0の町に値はない', async () => {
    await put('a', [100, { missing: 'suppressed' }, 0, 50], { periodTo: '2024-01-01' })
    await put('a', [110, 200, 5, { missing: 'suppressed' }], { periodTo: '2025-01-01' })
    await put('a', [120, 150, 6, 40], { periodTo: '2026-01-01' })
    await run(definition({ kind: 'change', measures: ['a'], since: 'earliest', per: 100 }))
    expect(await values(on('2025-01-01'))).toEqual([
      expect.closeTo(10, 9),
      'no-denominator',
      'no-denominator',
      'suppressed',
    ])
    expect(await values(on('2026-01-01'))).toEqual([expect.closeTo(20, 9), -25, 'no-denominator', -20])
    expect(await values(on('2024-01-01'))).toBeUndefined()
  })
})

describe('変わったところだけ計算する', () => {
  it('同じなら何もせず、変わった月の列だけ作り直し、もとのない列は消える', async () => {
    for (const periodTo of ['2024-01-31', '2024-02-29', '2024-03-31']) {
      await put('a', [1, 2, 3, 4], { periodTo })
      await put('b', [10, 10, 10, 10], { periodTo })
    }
    const [first, second] = [
      definition(ratio(), { period: 'month' }),
      definition(ratio({ per: 1 }), { id: 'other' }),
    ]
    expect(await run(first, second)).toEqual({ made: 6, removed: 0, unchanged: 0 })
    expect(await run(first, second)).toEqual({ made: 0, removed: 0, unchanged: 6 })
    await put('a', [1, 2, 3, 9], { periodTo: '2024-02-29' })
    expect(await run(first, second)).toEqual({ made: 2, removed: 0, unchanged: 4 })
    expect(await values(on('2024-02-29'))).toEqual([10, 20, 30, 90])
    expect(await run({ ...first, computation: ratio({ per: 1_000 }) }, second)).toEqual({
      made: 3,
      removed: 0,
      unchanged: 3,
    })
    expect(await values(on('2024-02-29'))).toEqual([100, 200, 300, 900])
    await client.query(`delete from evaluation.fact_column where period_to = '2024-01-31'`)
    expect(await run(second)).toEqual({ made: 0, removed: 4, unchanged: 2 })
  })
})

describe('数え方のちがう数', () => {
  it.each([['延べ人数'], ['回数']] as [FactUnit][])('実人数と%sは足せず、計算の前に断る', async (unit) => {
    await put('a', [1, 1, 1, 1])
    await put('c', [1, 1, 1, 1], { unit })
    await put('b', [1, 1, 1, 1])
    await expect(run(definition(ratio({ numerator: ['a', 'c'] })))).rejects.toThrow(MixedUnits)
    await expect(run(definition(ratio({ numerator: ['c'] })))).resolves.toMatchObject({ made: 1 })
  })
})
