import { describe, expect, it } from 'vitest'
import { areaValues } from '../pictures/map-values.ts'
import { pointOf } from '../pictures/place-points.ts'
import type { Comparison, Definition, Ranking, Value } from '../schema.ts'
import { asksOf, matches } from './catalogue-rows.ts'
import { countsOf } from './counted.ts'
import { rankedRows } from './ranking-rows.ts'
import { peersOf } from './shown.ts'

const aValue = (more: Partial<Value>): Value => ({
  code: '372013',
  name: '高松市',
  prefectureCode: '370002',
  latitude: null,
  longitude: null,
  value: 21.4,
  missing: null,
  missingWord: null,
  numerator: 25_658,
  denominator: 120_025,
  low: 21.1,
  high: 21.6,
  ...more,
})
const suppressed = { value: null, missing: 'suppressed', missingWord: '人数が少ないので伏せています' }
const aDefinition = (id: string): Definition => ({
  id,
  title: '見本の率',
  unit: '%',
  group: '要介護認定',
  numerator: '認定を受けた人',
  denominator: '被保険者',
  exclusions: 'なし',
  period: '年度末（3月31日）',
  levels: ['insurer'],
  source: '見本の統計',
  caveat: '見本です。',
  better: 'neither',
  decimals: 1,
  kind: 'ratio',
  standard: null,
  chance: 'proportion',
  basis: '本ソフトの決め',
  confidence: 'decided',
  confidenceWord: '本ソフトの決め',
})

describe('値のないところ', () => {
  it('伏せた数は「秘匿」、ほかは「値なし」、どちらもわけとともに。0は0', () => {
    expect(pointOf(suppressed)).toEqual({ missing: '秘匿', reason: '人数が少ないので伏せています' })
    expect(pointOf({ value: null, missing: 'not-reported', missingWord: '報告がありません' })).toMatchObject({
      missing: '値なし',
    })
    expect(pointOf({ value: 0, missing: null, missingWord: null })).toBe(0)
  })
})

describe('比べる相手', () => {
  const items = [
    aValue({}),
    aValue({ code: '372021', name: '丸亀市' }),
    aValue({ code: '012025', prefectureCode: '010006' }),
  ]
  it('同じ都道府県には自分が入らない。選ばなければだれも入らない', () => {
    expect([...peersOf(items, items[0]!, 'prefecture', [])]).toEqual(['372021'])
    expect(peersOf(items, items[0]!, 'none', [{ code: '012025' }]).size).toBe(0)
    expect([...peersOf(items, items[0]!, 'similar', [{ code: '012025' }])]).toEqual(['012025'])
    expect(peersOf(items, null, 'prefecture', []).size).toBe(0)
  })
})

describe('順位の一覧を絞る', () => {
  const items = Array.from({ length: 40 }, (_, n): Ranking['items'][number] => ({
    ...aValue({ code: `${n}`, name: `空知　${n}`, prefectureCode: n % 2 ? 'a' : 'b' }),
    rank: n + 1,
    tied: 1,
  }))
  const asked = { own: '20', group: 'all' as const, similar: [], words: '', isRising: false }
  it('順位は全国のもののまま、前後10を出す', () => {
    const around = rankedRows(items, { ...asked, group: 'around' })
    expect([around.length, around[0]?.rank, around.at(-1)?.rank]).toEqual([21, 11, 31])
  })
  it('同じ都道府県、似た保険者と自分、名の一部（空白は見ない）、低いほうから', () => {
    expect(rankedRows(items, { ...asked, group: 'prefecture' })).toHaveLength(20)
    expect(
      rankedRows(items, {
        ...asked,
        group: 'similar',
        similar: [{ code: '3' }] as never,
      }).map(({ code }) => code),
    ).toEqual(['3', '20'])
    expect(rankedRows(items, { ...asked, words: '空知39' }).map(({ code }) => code)).toEqual(['39'])
    expect(rankedRows(items, { ...asked, isRising: true })[0]?.rank).toBe(40)
  })
})

describe('地図の値', () => {
  const places = {
    insurers: [
      {
        code: '37:見本広域連合',
        name: '見本広域連合',
        prefectureCode: '370002',
        municipalityCodes: ['1', '2'],
      },
    ],
  }
  it('広域連合の値は、構成する市町村のすべてに', () => {
    const items = [aValue({ code: '37:見本広域連合', value: 18 }), aValue({ code: '372013', ...suppressed })]
    expect(areaValues({ definition: aDefinition('a'), level: 'insurer', items, own: '' }, places)).toEqual({
      1: 18,
      2: 18,
      372013: { missing: '秘匿', reason: '人数が少ないので伏せています' },
    })
  })
})

describe('一覧', () => {
  const listed = (id: string, level: string | null) => ({
    ...aDefinition(id),
    available: level ? [{ level, series: 'japan', periods: [] }] : [],
  })
  it('一度に24までを、単位ごとに尋ねる。町ごとだけの指標は尋ねない', () => {
    const items = [
      ...Array.from({ length: 25 }, (_, n) => listed(`i${n}`, 'insurer')),
      listed('m', 'municipality'),
      listed('t', 'town'),
      listed('none', null),
    ]
    expect(asksOf(items).map(({ level, indicators }) => [level, indicators.length])).toEqual([
      ['insurer', 24],
      ['insurer', 1],
      ['municipality', 1],
    ])
  })
  it('どの言葉も、題か定義か出典にあれば見つかる（全角と半角は同じ）', () => {
    expect(matches(listed('a', null), '認定　統計')).toBe(true)
    expect(matches(listed('a', null), '認定 事業所')).toBe(false)
    expect(matches(listed('a', null), '')).toBe(true)
  })
})

describe('数え方のちがい', () => {
  const item = (id: string, value: Partial<Value>, line: Comparison['items'][number]['line'] = null) => ({
    definition: aDefinition(id),
    level: 'insurer',
    series: 'japan',
    periodFrom: '2024-03-31',
    periodTo: '2024-03-31',
    release: '確定',
    standard: null,
    attribution: [],
    notes: [],
    values: [aValue(value)],
    figures: null,
    spread: null,
    nation: null,
    line,
  })
  it('それぞれの決まりのまま並べ、知らない数は0とせず並べない', () => {
    const counts = countsOf([
      item('certification-rate', {}),
      item('certified-share-second', { numerator: 429, denominator: 26_087 }),
      item('city-certification-rate', { numerator: null, denominator: null }),
    ])
    expect(counts.map(({ name, value }) => [name, value])).toEqual([
      ['第1号被保険者（年報）', 120_025],
      ['認定者 第1号と第2号（年報）', 26_087],
      ['認定者 第1号だけ（年報）', 25_658],
    ])
  })
  it('住民は、市が被保険者を数える10月1日と、いちばん新しい日', () => {
    const point = (periodTo: string, value: number | null) => ({
      periodFrom: periodTo,
      periodTo,
      release: '確定',
      value,
      missing: null,
      missingWord: null,
      low: null,
      high: null,
    })
    const points = [point('2024-10-01', 1), point('2025-10-01', 120_321), point('2026-02-01', 120_999)]
    const found = countsOf([item('population-65over', {}, [{ code: '372013', name: '高松市', points }])])
    expect(found.map(({ value, periodTo }) => [value, periodTo])).toEqual([
      [120_321, '2025-10-01'],
      [120_999, '2026-02-01'],
    ])
  })
})
