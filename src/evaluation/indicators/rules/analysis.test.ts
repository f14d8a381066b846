import { describe, expect, it } from 'vitest'
import { agePart } from './age-part.ts'
import {
  againstWhole,
  indirectDifference,
  plainDifference,
  restOf,
  shareDifference,
  standardisedAgainstWhole,
  standardisedDifference,
} from './differences.ts'
import { byar, indirectInterval, needsIndirect, standardisedInterval, wilson } from './intervals.ts'
import { zOf } from './normal.ts'
import { ranksOf } from './ranking.ts'
import { type Profile, similarTo } from './similar.ts'
import { quantile, spreadOf, standingIn } from './spread.ts'
import { figureText } from './words.ts'

/** 令和5年度末: 65〜74, 75〜84, 85歳以上; certified and insured as printed in 第4-1-1表 and 第2表 */
const TAKAMATSU = [
  { counted: 704 + 1690, people: 52_218 },
  { counted: 3151 + 5502, people: 45_581 },
  { counted: 6854 + 7757, people: 22_226 },
]
const NATION = [
  { counted: 200_441 + 480_226, people: 15_708_886 },
  { counted: 860_944 + 1_517_615, people: 13_592_838 },
  { counted: 1_864_600 + 2_028_439, people: 6_588_009 },
]
const AOGASHIMA = [
  { counted: 1, people: 24 },
  { counted: 1, people: 11 },
  { counted: 1, people: 4 },
]
const weights = NATION.map(({ people }) => people)

describe('正規分布の幅', () => {
  it('95% は 1.959964、5つの比較に分けると 2.575829', () => {
    expect(zOf(0.95)).toBeCloseTo(1.959964, 6)
    expect(zOf(0.95, 5)).toBeCloseTo(2.575829, 6)
  })
})

describe('割合の区間（Wilson）', () => {
  it.each([
    { counted: 81, people: 263, low: 0.2553, high: 0.3662 },
    { counted: 15, people: 148, low: 0.0624, high: 0.1605 },
    { counted: 0, people: 20, low: 0, high: 0.1611 },
    { counted: 1, people: 29, low: 0.0061, high: 0.1718 },
  ])('$counted / $people（Newcombe 1998 の表）', ({ counted, people, low, high }) => {
    const interval = wilson(counted, people)
    expect(interval?.low).toBeCloseTo(low, 4)
    expect(interval?.high).toBeCloseTo(high, 4)
  })
  it('全員なら上限は1、だれもいなければ区間はない', () => {
    expect(wilson(5, 5)?.high).toBe(1)
    expect(wilson(0, 0)).toBeNull()
  })
  it('高松市 25,658 / 120,025 は 21.1〜21.6%', () => {
    const interval = wilson(25_658, 120_025)!
    expect([interval.low, interval.high].map((limit) => (limit * 100).toFixed(1))).toEqual(['21.1', '21.6'])
  })
})

describe('人数の区間（Byar）', () => {
  it.each([
    { counted: 10, low: 4.795, high: 18.39 },
    { counted: 100, low: 81.36, high: 121.63 },
  ])('$counted 人: 正確な区間 $low〜$high と 0.02 以内', ({ counted, low, high }) => {
    expect(Math.abs(byar(counted).low - low)).toBeLessThan(0.02)
    expect(Math.abs(byar(counted).high - high)).toBeLessThan(0.02)
  })
  it('0人なら下限は0、上限は0より大きい', () => {
    expect(byar(0).low).toBe(0)
    expect(byar(0).high).toBeGreaterThan(3)
  })
})

describe('調整した率の区間（Dobson）', () => {
  it('高松市は 21.0〜21.5% で、調整済み 21.26 を含む', () => {
    const interval = standardisedInterval(TAKAMATSU, weights, 100)!
    expect(interval.low).toBeLessThan(21.2637)
    expect(interval.high).toBeGreaterThan(21.2637)
    // by hand: Σ w²p(1−p)/n = (1.605 + 4.840 + 3.414) × 10⁻⁷, so 2 × 1.96 × √variance is 0.39 points
    expect(interval.high - interval.low).toBeGreaterThan(0.35)
    expect(interval.high - interval.low).toBeLessThan(0.5)
  })
  it('だれも認定されていないか、人のいない区分があれば、区間はない', () => {
    expect(standardisedInterval([{ counted: 0, people: 9 }], [1], 100)).toBeNull()
    expect(standardisedInterval([{ counted: 0, people: 0 }], [1], 100)).toBeNull()
  })
  it('どの区分も全員か0人なら、ぶれを言えないので区間はない', () => {
    const layers = [
      { counted: 9, people: 9 },
      { counted: 0, people: 9 },
    ]
    expect(standardisedInterval(layers, [1, 1], 100)).toBeNull()
  })
  it('上限は100%を超えない', () => {
    expect(standardisedInterval([{ counted: 9, people: 10 }], [1], 100)!.high).toBe(100)
  })
})

describe('間接法への切りかえ（どれかの区分の認定者が5人未満）', () => {
  it.each([
    { least: 4, indirect: true },
    { least: 5, indirect: false },
    { least: 6, indirect: false },
  ])('最も少ない区分が $least 人 → $indirect', ({ least, indirect }) => {
    expect(
      needsIndirect([
        { counted: 50, people: 100 },
        { counted: least, people: 60 },
      ]),
    ).toBe(indirect)
  })
  it('青ヶ島村は間接法、高松市は直接法', () => {
    expect(needsIndirect(AOGASHIMA)).toBe(true)
    expect(needsIndirect(TAKAMATSU)).toBe(false)
  })
  it('標準化認定比の区間: 認定 540、期待 600 → 90.0（82.6〜97.9）', () => {
    const { low, high } = indirectInterval(540, 600)!
    expect(low).toBeCloseTo(82.57, 1)
    expect(high).toBeCloseTo(97.93, 1)
  })
})

describe('差は偶然の幅より大きいか', () => {
  it('56/70 と 48/80 の差 0.2 は 0.0524〜0.3339（Newcombe 1998）', () => {
    const found = shareDifference({ counted: 56, people: 70 }, { counted: 48, people: 80 }, 1)
    expect(found.interval?.low).toBeCloseTo(0.0524, 4)
    expect(found.interval?.high).toBeCloseTo(0.3339, 4)
    expect(found.verdict).toBe('larger')
  })
  it('高松市の認定率は全国（高松市を除く）より大きい', () => {
    const whole = { counted: 6_952_265, people: 35_889_733 }
    const ours = { counted: 25_658, people: 120_025 }
    const found = shareDifference(ours, restOf(whole, ours), 100)
    expect(found.difference).toBeCloseTo(2.013, 2)
    expect(found.verdict).toBe('larger')
  })
  it('県の半分を占める市でも、県全体との差とその幅は、残りとの差を縮めたものになる', () => {
    const [city, county] = [
      { counted: 250, people: 1000 },
      { counted: 450, people: 2000 },
    ]
    const rest = shareDifference(city, restOf(county, city), 100)
    const whole = againstWhole(rest, city.people / county.people)
    // 25.0% − 22.5% = 2.5; the rest has 20.0%
    expect(rest.difference).toBeCloseTo(5, 10)
    expect(whole.difference).toBeCloseTo(2.5, 10)
    expect(whole.verdict).toBe(rest.verdict)
  })
  it('39人の青ヶ島村は、7.7% でも偶然の幅を出ない', () => {
    const found = shareDifference({ counted: 3, people: 39 }, { counted: 6_952_262, people: 35_889_694 }, 100)
    expect(found.verdict).toBe('within-chance')
  })
  it('比べる数が多いほど、同じ差が偶然の幅に入りやすい', () => {
    const [ours, theirs] = [
      { counted: 230, people: 1000 },
      { counted: 190, people: 1000 },
    ]
    expect(shareDifference(ours, theirs, 100, 1).verdict).toBe('larger')
    expect(shareDifference(ours, theirs, 100, 20).verdict).toBe('within-chance')
  })
  it('年齢を調整しても、高松市は全国より 1.9 ポイント大きい', () => {
    const found = standardisedDifference(TAKAMATSU, NATION, weights, 100)
    expect(found.difference).toBeCloseTo(21.2637 - 19.3712, 4)
    expect(found.verdict).toBe('larger')
  })
  it('県の中で若い大分市でも、県との差は、示した二つの率の引き算と同じになる', () => {
    const city = [
      { counted: 2663, people: 62_906 },
      { counted: 9036, people: 49_068 },
      { counted: 15_074, people: 23_307 },
    ]
    const county = [
      { counted: 6110, people: 164_304 },
      { counted: 21_135, people: 134_658 },
      { counted: 43_048, people: 75_607 },
    ]
    const weights = NATION.map(({ people }) => people)
    // 20.6995% − 18.0235%; shrunk by the share of all its people it would read 2.58
    const found = standardisedAgainstWhole(city, county, weights, 100)
    expect(found.difference).toBeCloseTo(2.676, 4)
    expect(found.interval!.low).toBeGreaterThan(2)
    expect(found.verdict).toBe('larger')
    expect(standardisedAgainstWhole(city, city, weights, 100).verdict).toBe('cannot-tell')
  })
  it('調整した率の差の幅は、区分ごとの重み²×p(1−p)÷人数の和から（手計算）', () => {
    const ours = [
      { counted: 50, people: 100 },
      { counted: 200, people: 400 },
    ]
    const theirs = [
      { counted: 30, people: 100 },
      { counted: 100, people: 400 },
    ]
    // 50 % − 27.5 %; variances 0.00078125 and 0.0006421875
    const apart = standardisedDifference(ours, theirs, [1, 1], 100)
    expect(apart.difference).toBeCloseTo(22.5, 10)
    expect(apart.interval!.low).toBeCloseTo(15.105356, 5)
    expect(apart.interval!.high).toBeCloseTo(29.894644, 5)
    // the whole holds ours: rests 60 of 300 and 300 of 1,000; shares 0.25 × 3/4 and 0.75 × 5/7
    const whole = [
      { counted: 110, people: 400 },
      { counted: 500, people: 1400 },
    ]
    const within = standardisedAgainstWhole(ours, whole, [1, 3], 100)
    expect(within.difference).toBeCloseTo(16.339286, 5)
    expect(within.interval!.low).toBeCloseTo(12.692082, 5)
    expect(within.interval!.high).toBeCloseTo(19.986489, 5)
  })
  it('自分だけの区分は差に入らず、人のいない区分があれば言えない', () => {
    const [ours, whole] = [
      { counted: 50, people: 100 },
      { counted: 110, people: 400 },
    ]
    const same = { counted: 40, people: 100 } // ours is the whole there
    const found = standardisedAgainstWhole([ours, same], [whole, same], [1, 1], 100)
    expect(found.difference).toBeCloseTo((1 / 2) * (3 / 4) * 30, 10)
    const nobody = { counted: 0, people: 0 }
    expect(standardisedAgainstWhole([ours, nobody], [whole, whole], [1, 1], 100).verdict).toBe('cannot-tell')
    expect(standardisedDifference([ours, nobody], [whole, whole], [1, 1], 100).verdict).toBe('cannot-tell')
    expect(standardisedDifference([whole, whole], [ours, nobody], [1, 1], 100).verdict).toBe('cannot-tell')
    expect(standardisedAgainstWhole([ours], [whole], [0], 100).verdict).toBe('cannot-tell')
  })
  it('全体との差は、差も幅も同じ割合で縮む', () => {
    const told = shareDifference({ counted: 230, people: 1000 }, { counted: 190, people: 1000 }, 100)
    const shrunk = againstWhole(told, 1 / 4)
    expect(shrunk.difference).toBeCloseTo(told.difference! * 0.75, 10)
    expect(shrunk.interval!.low).toBeCloseTo(told.interval!.low * 0.75, 10)
    expect(shrunk.interval!.high).toBeCloseTo(told.interval!.high * 0.75, 10)
    const none = shareDifference({ counted: 0, people: 0 }, { counted: 1, people: 9 }, 100)
    expect(againstWhole(none, 1 / 4)).toEqual(none)
  })
  it('偶然の入らない数は、差だけを言う', () => {
    expect(plainDifference(12, 10, 3)).toEqual({
      difference: 2,
      interval: null,
      verdict: 'not-judged',
      comparisons: 3,
    })
  })
  it('標準化認定比 90.0（82.6〜97.9）は全国の 100 より小さい', () => {
    expect(indirectDifference(540, 600).verdict).toBe('smaller')
    expect(indirectDifference(540, 600).difference).toBeCloseTo(-10, 10)
    expect(indirectDifference(540, 0).verdict).toBe('cannot-tell')
  })
  it('比べる数が多いほど、標準化認定比も偶然の幅に入りやすい', () => {
    const [one, many] = [indirectDifference(540, 600, 1), indirectDifference(540, 600, 10)]
    expect(many.interval!.high).toBeGreaterThan(one.interval!.high)
    expect([one.verdict, many.verdict]).toEqual(['smaller', 'within-chance'])
  })
  it('認定者が5人未満の区分があれば、調整した率の差は言えない', () => {
    const nation = [
      { counted: 4000, people: 100_000 },
      { counted: 20_000, people: 100_000 },
    ]
    const against = (...ours: { counted: number; people: number }[]) =>
      [standardisedAgainstWhole, standardisedDifference].map((one) => one(ours, nation, [1, 1], 100).verdict)
    const cannot = ['cannot-tell', 'cannot-tell']
    expect(against({ counted: 1, people: 30 }, { counted: 0, people: 12 })).toEqual(cannot)
    expect(against({ counted: 4, people: 100 }, { counted: 20, people: 100 })).toEqual(cannot)
    expect(against({ counted: 5, people: 100 }, { counted: 20, people: 100 })).not.toContain('cannot-tell')
    // everybody certified has no variance either
    expect(against({ counted: 5, people: 100 }, { counted: 12, people: 12 })).toEqual(cannot)
    expect(against({ counted: 5, people: 100 }, { counted: 95, people: 100 })).not.toContain('cannot-tell')
  })
  it('比べる相手の残りに、認定者の少ない区分があっても言えない', () => {
    const ours = [{ counted: 20, people: 100 }]
    expect(standardisedAgainstWhole(ours, [{ counted: 24, people: 120 }], [1], 100).verdict).toBe(
      'cannot-tell',
    )
    expect(standardisedAgainstWhole(ours, [{ counted: 25, people: 120 }], [1], 100).verdict).toBe(
      'within-chance',
    )
    expect(standardisedDifference(ours, [{ counted: 4, people: 20 }], [1], 100).verdict).toBe('cannot-tell')
  })
  it('人がいなければ、分からない。差がないこととはちがう', () => {
    expect(shareDifference({ counted: 0, people: 0 }, { counted: 1, people: 9 }, 100).verdict).toBe(
      'cannot-tell',
    )
  })
})

describe('順位（○保険者中○番目）', () => {
  const at = (code: string, value: number, denominator: number | null = 100) => ({ code, value, denominator })
  it('表示のけたで同じ値は同順位で、次の順位はその数だけ後になる', () => {
    const ranks = ranksOf([at('丙', 20.04), at('甲', 21.3), at('乙', 19.96), at('丁', 18)], 1)
    expect(ranks).toEqual(
      [
        { code: '甲', rank: 1, tied: 1 },
        { code: '丙', rank: 2, tied: 2 },
        { code: '乙', rank: 2, tied: 2 },
        { code: '丁', rank: 4, tied: 1 },
      ].sort((a, b) => a.rank - b.rank || (a.code < b.code ? -1 : 1)),
    )
  })
  it.each([
    { decimals: 2, values: [8.575, 8.58], shown: '8.58' }, // 343 ÷ 4000: 8.57499… in binary
    { decimals: 1, values: [-2.25, -2.3], shown: '−2.3' },
  ])('$shown と読める二つの値は同順位', ({ decimals, values, shown }) => {
    expect(values.map((value) => figureText(value, decimals))).toEqual([shown, shown])
    expect(
      ranksOf(
        values.map((value, i) => at(String(i), value)),
        decimals,
      ).map(({ rank }) => rank),
    ).toEqual([1, 1])
  })
  it.each([
    { people: 29, ranked: 0 },
    { people: 30, ranked: 1 },
  ])('$people 人の保険者を順位に入れる数: $ranked', ({ people, ranked }) => {
    expect(ranksOf([at('甲', 20, people)], 1)).toHaveLength(ranked)
  })
  it('分母のない指標は、人数で外さない', () => expect(ranksOf([at('甲', 20, null)], 0)).toHaveLength(1))
})

describe('分布', () => {
  it('四分位は隣の値のあいだを直線でとる: 1, 2, 3, 4 → 1.75, 2.5, 3.25', () => {
    expect([0.25, 0.5, 0.75].map((share) => quantile([1, 2, 3, 4], share))).toEqual([1.75, 2.5, 3.25])
  })
  it('分からない保険者は数えるだけで、0として入れない', () => {
    const spread = spreadOf([4, null, 1, 3, 2, null])!
    expect([spread.count, spread.missing, spread.lowest, spread.highest]).toEqual([4, 2, 1, 4])
  })
  it('ひげは箱の高さの1.5倍まで。外れた値は入れない', () => {
    expect(spreadOf([1, 2, 3, 4, 5, 100])?.whiskers).toEqual({ low: 1, high: 5 })
  })
  it('だれも分からなければ、分布はない', () => expect(spreadOf([null, null])).toBeNull())
  it('位置は、下にある数と同じ値の半分: 1, 2, 2, 3 の 2 は 0.5', () => {
    expect(standingIn([1, 2, 2, 3], 2)).toBe(0.5)
  })
})

describe('似ている保険者', () => {
  const town = (code: string, size: number, share75to84: number, share85over: number): Profile => ({
    code,
    name: code,
    size,
    share75to84,
    share85over,
  })
  const all = [
    town('010', 1_000, 0.4, 0.2),
    town('020', 1_100, 0.4, 0.2),
    town('030', 100_000, 0.3, 0.1),
    town('040', 1_000, 0.4, 0.3),
    town('050', 0, 0, 0),
  ]
  it('規模（対数）と年齢構成が近い順に、距離とその内わけを出す', () => {
    const found = similarTo('010', all)
    expect(found.map(({ profile }) => profile.code)).toEqual(['020', '040', '030'])
    const [first] = found
    expect(first!.components.share75to84).toBe(0)
    expect(first!.distance).toBeCloseTo(Math.abs(first!.components.size), 12)
  })
  it('距離が同じなら、コードの順', () => {
    const twins = [town('a', 10, 0.1, 0.1), town('c', 20, 0.1, 0.1), town('b', 20, 0.1, 0.1)]
    expect(similarTo('a', twins).map(({ profile }) => profile.code)).toEqual(['b', 'c'])
  })
  it('自分が一覧になければ、似ている保険者は分からない', () => expect(similarTo('999', all)).toEqual([]))
  it('だれも人数の分からない保険者は、相手にしない', () => {
    expect(similarTo('010', all).some(({ profile }) => profile.code === '050')).toBe(false)
  })
})

describe('年齢構成による分', () => {
  it('ANL-02 の例: 21.2 と標準 19.85 の差 1.35 は、すべて年齢構成のちがいである', () => {
    const ours = [
      { counted: 20, people: 400 },
      { counted: 192, people: 600 },
    ]
    const standard = [
      { counted: 22.5, people: 450 },
      { counted: 176, people: 550 },
    ]
    const part = agePart(ours, standard, 100)!
    expect(part.difference).toBeCloseTo(1.35, 10)
    expect(part.age).toBeCloseTo(1.35, 10)
    expect(part.rest).toBeCloseTo(0, 10)
  })
  it('高松市: 全国との差 2.0 ポイントのうち、年齢構成は 0.1、残りが 1.9', () => {
    const part = agePart(TAKAMATSU, NATION, 100)!
    // 21.3772 − 19.3712 = 2.0060; 21.3772 − 21.2637 = 0.1135; 21.2637 − 19.3712 = 1.8925
    expect(part.difference).toBeCloseTo(2.006, 3)
    expect(part.age).toBeCloseTo(0.1135, 3)
    expect(part.age + part.rest).toBeCloseTo(part.difference, 12)
  })
})
