import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../platform/database/testing/database.ts'
import { valueTypes } from '../../platform/database/types.ts'
import {
  type Count,
  countAt,
  factColumns,
  type NewFacts,
  placesOf,
  prefectureCode,
  putPlaces,
  readerOf,
  storeFacts,
} from './facts.ts'

// 架空の町: no municipality has this code
const SERIES = '999995'
let client: pg.Client
beforeAll(async () => {
  client = new pg.Client({ ...(await testDatabase()).client('reference'), types: valueTypes })
  await client.connect()
})
afterAll(() => client.end())
beforeEach(async () => {
  await client.query(
    `delete from evaluation.place where series = '${SERIES}'; delete from evaluation.fact_column where series = '${SERIES}'`,
  )
})

const place = (code: string) => ({ code, name: `架空町${code}`, prefectureCode: null })
const put = (...codes: string[]) => putPlaces(client, 'town', SERIES, codes.map(place))
const positions = async () =>
  (await placesOf(readerOf(client), 'town', SERIES)).map(({ position, code }) => `${position}${code}`)
const facts = (byCode: Record<string, Count>, more: Partial<NewFacts> = {}): NewFacts => ({
  dataset: 'population-by-town',
  level: 'town',
  series: SERIES,
  measure: 'population.total',
  unit: '実人数',
  periodFrom: '2026-02-01',
  periodTo: '2026-02-01',
  release: '確定',
  byCode: new Map(Object.entries(byCode)),
  releaseIds: [],
  ...more,
})
const column = async () => {
  const columns = await factColumns(readerOf(client), {
    measures: ['population.total'],
    level: 'town',
    series: SERIES,
  })
  return columns[0]!
}
const revision = async () =>
  (await client.query(`select revision from evaluation.fact_column where series = '${SERIES}'`)).rows[0]
    ?.revision

describe('場所と位置', () => {
  it('位置は一度だけ与えられ、あとから来た場所は末尾に付く', async () => {
    await put('い', 'ろ')
    await put('は', 'ろ', 'に')
    expect(await positions()).toEqual(['1い', '2ろ', '3は', '4に'])
    await put('ろ')
    expect(await positions()).toEqual(['1い', '2ろ', '3は', '4に'])
  })

  it('言われなかったこと(緯度経度、構成市町村)は消えない', async () => {
    await putPlaces(client, 'town', SERIES, [
      { ...place('い'), latitude: 34.5, longitude: 134, municipalityCodes: ['999995'] },
    ])
    await put('い')
    const [found] = await placesOf(readerOf(client), 'town', SERIES)
    expect(found).toMatchObject({ latitude: 34.5, longitude: 134, municipalityCodes: ['999995'] })
  })

  it('都道府県の6桁', () => expect(prefectureCode('37')).toBe('370002'))
})

describe('公表された数の列', () => {
  beforeEach(() => put('い', 'ろ', 'は'))

  it('欠けは0ではなく、理由を持つ。0は0のまま', async () => {
    expect(await storeFacts(client, facts({ は: 0, い: { missing: 'suppressed' } }))).toBe(true)
    const stored = await column()
    expect(stored.figures).toEqual([null, null, 0])
    expect([1, 2, 3, 4].map((position) => countAt(stored, position))).toEqual([
      { missing: 'suppressed' },
      { missing: 'not-reported' },
      0,
      { missing: 'not-reported' },
    ])
  })

  it('同じ中身は二度目に何も変えず、違う中身は改めて番号を持つ', async () => {
    await storeFacts(client, facts({ い: 1, ろ: 2, は: 3 }))
    const first = await revision()
    expect(await storeFacts(client, facts({ は: 3, い: 1, ろ: 2 }))).toBe(false)
    expect(await revision()).toBe(first)
    expect(await storeFacts(client, facts({ い: 1, ろ: 2, は: 4 }))).toBe(true)
    expect(await revision()).toBeGreaterThan(first)
  })

  it('速報と確定は別の列に残る', async () => {
    await storeFacts(client, facts({ い: 1, ろ: 2, は: 3 }, { release: '速報' }))
    await storeFacts(client, facts({ い: 1, ろ: 2, は: 4 }))
    const columns = await factColumns(readerOf(client), {
      measures: ['population.total'],
      level: 'town',
      series: SERIES,
    })
    expect(columns.map(({ release, figures }) => [release, figures[2]])).toEqual(
      expect.arrayContaining([
        ['速報', 3],
        ['確定', 4],
      ]),
    )
  })

  it('場所のない符号の数は、黙って捨てずに止まる', async () => {
    await expect(storeFacts(client, facts({ い: 1, へ: 2 }))).rejects.toThrow('へ')
    expect(await revision()).toBeUndefined()
  })
})
