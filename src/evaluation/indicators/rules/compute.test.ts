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
