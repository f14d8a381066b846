import { describe, expect, it } from 'vitest'
import { compute, indirect, standardised } from './compute.ts'

describe('認定率（ANL-01）', () => {
  const rate = {
    kind: 'ratio',
    numerator: ['certified.first.total'],
    denominator: ['insured.total'],
    per: 100,
  } as const
  it('高松市 令和5年度末: 25,658 ÷ 120,025 × 100 = 21.4', () => {
    const made = compute(rate, { 'certified.first.total': 25_658, 'insured.total': 120_025 })
    expect(made.value?.toFixed(1)).toBe('21.4')
  })
  it('分子が分からなければ、率も分からない。0% とはしない', () => {
    expect(compute(rate, { 'certified.first.total': null, 'insured.total': 120_025 })).toEqual({
      value: null,
      reason: 'unknown',
    })
  })
  it('分母が0人なら、計算できない。分からないこととはちがう', () => {
    expect(compute(rate, { 'certified.first.total': 0, 'insured.total': 0 })).toEqual({
      value: null,
      reason: 'no-denominator',
    })
  })
  it('分子が0人なら、0%', () => {
    expect(compute(rate, { 'certified.first.total': 0, 'insured.total': 39 }).value).toBe(0)
  })
})

describe('調整済み認定率（ANL-02 の例: 65〜74歳 5%、75歳以上 32%）', () => {
  const layers = (young: number, old: number) => [
    { counted: young * 0.05, people: young },
    { counted: old * 0.32, people: old },
  ]
  it('標準の構成 0.45 と 0.55 なら 19.85', () => {
    expect(standardised(layers(400, 600), [0.45, 0.55], 100).value).toBeCloseTo(19.85, 10)
  })
  it('自分の構成 0.40 と 0.60 で重みをつければ、調整しない 21.2', () => {
    expect(standardised(layers(400, 600), [0.4, 0.6], 100).value).toBeCloseTo(21.2, 10)
  })
  it('人のいない年齢区分があれば、計算できない', () => {
    expect(standardised(layers(400, 0), [0.45, 0.55], 100)).toEqual({ value: null, reason: 'no-denominator' })
  })
})

describe('標準化認定比（ANL-03 の例: 認定 540、期待 600）', () => {
  it('540 ÷ 600 × 100 = 90.0', () => {
    // 2,000 × 5% + 1,562.5 × 32% = 600
    const layers = [
      { counted: 140, people: 2_000 },
      { counted: 400, people: 1_562.5 },
    ]
    const national = [
      { counted: 5, people: 100 },
      { counted: 32, people: 100 },
    ]
    expect(indirect(layers, national).value).toBeCloseTo(90, 10)
  })
  it('人のいない年齢区分があっても計算できる', () => {
    const made = indirect(
      [
        { counted: 0, people: 0 },
        { counted: 3, people: 10 },
      ],
      [
        { counted: 5, people: 100 },
        { counted: 30, people: 100 },
      ],
    )
    expect(made.value).toBeCloseTo(100, 10)
  })
})

describe('増減', () => {
  const change = { kind: 'change', measures: ['population.65over'], since: 'earliest', per: 100 } as const
  it('高松市: 2018-11 の 116,891人から 2025-10 の 120,321人へ 2.9%', () => {
    const made = compute(
      change,
      { 'population.65over': 120_321 },
      { earliest: { 'population.65over': 116_891 } },
    )
    expect(made.value?.toFixed(1)).toBe('2.9')
  })
  it('最初が0人なら、割合では言えない', () => {
    expect(compute(change, { 'population.65over': 5 }, { earliest: { 'population.65over': 0 } })).toEqual({
      value: null,
      reason: 'no-denominator',
    })
  })
})

describe('数えるだけ、変わり方、年齢の区分から', () => {
  const strata = [
    { numerator: ['c.young'], denominator: ['p.young'] },
    { numerator: ['c.old.a', 'c.old.b'], denominator: ['p.old'] },
  ]
  const figures = { 'c.young': 5, 'p.young': 100, 'c.old.a': 20, 'c.old.b': 12, 'p.old': 100 }
  const nation = { 'c.young': 4, 'p.young': 450, 'c.old.a': 1, 'c.old.b': 1, 'p.old': 550 }
  const unknown = { value: null, reason: 'unknown' }

  it('数は和で、一つでも分からなければ分からない', () => {
    const count = { kind: 'count', measures: ['a', 'b'] } as const
    expect(compute(count, { a: 2, b: 3 })).toEqual({ value: 5, numerator: 5, denominator: null })
    expect(compute(count, { a: 2, b: null })).toEqual(unknown)
    expect(compute(count, { a: 2 })).toEqual(unknown)
  })
  it('変わり方は、はじめの数に対して', () => {
    const change = { kind: 'change', measures: ['a'], since: 'earliest', per: 100 } as const
    expect(compute(change, { a: 110 }, { earliest: { a: 100 } })).toMatchObject({ value: 10 })
    expect(compute(change, { a: 110 }, {})).toEqual(unknown)
    expect(compute(change, {}, { earliest: { a: 100 } })).toEqual(unknown)
    expect(compute(change, { a: 1 }, { earliest: { a: 0 } })).toEqual({
      value: null,
      reason: 'no-denominator',
    })
  })
  it('全国の人数で重みをつけると、0.45×5%＋0.55×32%', () => {
    const rate = { kind: 'standardised', strata, standard: { weights: 'nation' }, per: 100 } as never
    expect(compute(rate, figures, { nation }).value).toBeCloseTo(19.85, 10)
    expect(compute(rate, figures)).toEqual(unknown)
    expect(compute(rate, { ...figures, 'c.old.b': null }, { nation })).toEqual(unknown)
    expect(compute(rate, { ...figures, 'p.young': null }, { nation })).toEqual(unknown)
    const own = { kind: 'standardised', strata, standard: { weights: [1, 1] }, per: 100 } as never
    expect(compute(own, figures).value).toBeCloseTo(18.5, 10)
  })
  it('間接法は、全国の率から見込む数に対して', () => {
    const ratio = { kind: 'indirect', strata } as never
    const known = { 'c.young': 1, 'p.young': 100, 'c.old.a': 8, 'c.old.b': 8, 'p.old': 100 }
    expect(compute(ratio, figures, { nation: known }).value).toBeCloseTo((37 / 17) * 100, 10)
    expect(compute(ratio, figures)).toEqual(unknown)
    expect(compute(ratio, { ...figures, 'c.young': null }, { nation: known })).toEqual(unknown)
  })
})
