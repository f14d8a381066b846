import { describe, expect, it } from 'vitest'
import { agedFrom, ageingPerMille, type Residents, together } from './ageing.ts'

/** Bands: everyone of 0–4 but those given by band number (14 is 65–69). */
const place = (total: number | null, aged: Record<number, number | null>): Residents => ({
  total,
  bandsMale: Array.from({ length: 18 }, (_, i) => (i + 1 in aged ? aged[i + 1]! : 0)),
  bandsFemale: Array.from({ length: 18 }, () => 0),
})

describe('高齢者の数', () => {
  it('65歳以上は65〜69歳の階級から数え、60〜64歳は数えない', () => {
    expect(agedFrom(place(100, { 13: 7, 14: 5, 18: 2 }), 65)).toEqual({ value: 7, missing: null })
  })
  it('75歳以上は75〜79歳の階級から数える', () => {
    expect(agedFrom(place(100, { 15: 7, 16: 5, 18: 2 }), 75)).toEqual({ value: 7, missing: null })
  })
  it('伏せられた階級が一つでもあれば、和は出さない（0 ではない）', () => {
    expect(agedFrom(place(100, { 14: null, 15: 4 }), 65)).toEqual({ value: null, missing: 'masked' })
    expect(agedFrom(place(100, { 14: null, 16: 4 }), 75)).toEqual({ value: 4, missing: null })
  })
  it('だれもいなければ 0', () => expect(agedFrom(place(0, {}), 65)).toEqual({ value: 0, missing: null }))
})

describe('高齢化率（‰、四捨五入）', () => {
  it.each([
    // 1 of 3: 333.3 → 333 · 2 of 3: 666.7 → 667 · 1 of 2000: 0.5 → 1 · 1 of 2001: 0.4998 → 0
    [1, 3, 333],
    [2, 3, 667],
    [1, 2000, 1],
    [1, 2001, 0],
    [5, 5, 1000],
  ])('%i 人 ÷ %i 人 = %i‰', (aged, all, perMille) => {
    expect(ageingPerMille(place(all, { 14: aged }))).toEqual({ value: perMille, missing: null })
  })
  it('住む人がいない町には率がない', () => {
    expect(ageingPerMille(place(0, {}))).toEqual({ value: null, missing: 'no-residents' })
  })
  it('総数が伏せられていれば率もない', () => {
    expect(ageingPerMille(place(null, { 14: 1 }))).toEqual({ value: null, missing: 'masked' })
  })
})

it('合わせた数は、一つでも伏せられた町があれば出さない', () => {
  const sum = together([place(10, { 14: 3 }), place(20, { 14: null, 16: 2 })])
  expect(sum.total).toBe(30)
  expect(agedFrom(sum, 65)).toEqual({ value: null, missing: 'masked' })
  expect(agedFrom(sum, 75)).toEqual({ value: 2, missing: null })
})
