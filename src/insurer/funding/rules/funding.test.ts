import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runRule } from '../../../platform/computation/index.ts'
import { rule as sharesOfPeriod } from './fnd-01.rule.ts'
import { rule as splitRule } from './fnd-02.rule.ts'
import { rule as generalAccount } from './fnd-03.rule.ts'
import { splitAmount, splitComprehensive } from './split-amount.ts'

const HOME = { nationPerMille: 200, prefecturePerMille: 125, municipalityPerMille: 125 }
const THIRDS = { nationPerMille: 500, prefecturePerMille: 250, municipalityPerMille: 250 }
const sum = (split: object) => Object.values(split).reduce((all: number, one: number) => all + one, 0)
const amount = fc.integer({ min: 0, max: 100_000_000_000_000 })

describe('負担する者ごとの額', () => {
  it('どの額でも、合計は元の額に1円も違わない', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 280_000 }), (amountYen, grantPerMillion) => {
        const split = splitAmount(amountYen, { public: HOME, grantPerMillion, category2PerMille: 270 })
        expect(sum(split)).toBe(amountYen)
        // 第1号 is its exact share within half a yen for each of the five others
        const exact = (BigInt(amountYen) * BigInt(280_000 - grantPerMillion)) / 1_000_000n
        expect(Math.abs(split.category1Yen - Number(exact))).toBeLessThanOrEqual(4)
      }),
    )
    fc.assert(
      fc.property(amount, fc.constantFrom(190, 200, 210, 220, 230), (amountYen, share) => {
        const split = splitComprehensive(amountYen, THIRDS, share)
        expect(sum(split)).toBe(amountYen)
        expect(split.prefectureYen).toBe(split.municipalityYen)
        expect([split.adjustmentGrantYen, split.category2Yen]).toEqual([0, 0])
      }),
    )
  })

  it('第1号は0円を下回らず、ほかの負担は1円も離れない', () => {
    const least = fc.integer({ min: 270_000, max: 280_000 })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), least, (amountYen, grantPerMillion) => {
        const split = splitAmount(amountYen, { public: HOME, grantPerMillion, category2PerMille: 270 })
        expect(sum(split)).toBe(amountYen)
        expect(split.category1Yen).toBeGreaterThanOrEqual(0)
        const shares = [200_000, grantPerMillion, 125_000, 125_000, 270_000]
        Object.values(split)
          .slice(0, 5)
          .forEach((yen, at) => {
            expect(Math.abs(yen * 1_000_000 - amountYen * shares[at]!)).toBeLessThan(1_000_000)
          })
      }),
      {
        numRuns: 500,
        examples: [
          [4, 280_000],
          [1004, 280_000],
        ],
      },
    )
  })

  it('切り捨てるのは足りない円の数だけで、端数の大きい負担者から', () => {
    const at = (amountYen: number, grantPerMillion: number) =>
      splitAmount(amountYen, { public: HOME, grantPerMillion, category2PerMille: 270 })
    // 0.8 + 1.12 + 0.5 + 0.5 + 1.08
    expect(at(4, 280_000)).toMatchObject({ nationYen: 1, prefectureYen: 0, municipalityYen: 1 })
    // 2.6 + 3.64 + 1.625 + 1.625 + 3.51
    expect(at(13, 280_000)).toEqual({
      nationYen: 2,
      adjustmentGrantYen: 4,
      prefectureYen: 2,
      municipalityYen: 2,
      category2Yen: 3,
      category1Yen: 0,
    })
    // nothing is missing: everybody is rounded half up
    expect(at(4, 100_000)).toMatchObject({ prefectureYen: 1, municipalityYen: 1, category1Yen: 0 })
  })

  it('調整交付金の割合が上がれば、第1号の負担は増えない', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 279_999 }), (amountYen, grantPerMillion) => {
        const at = (rate: number) =>
          splitAmount(amountYen, { public: HOME, grantPerMillion: rate, category2PerMille: 270 }).category1Yen
        expect(at(grantPerMillion + 1)).toBeLessThanOrEqual(at(grantPerMillion))
      }),
    )
  })

  it('どの期間も、割合の合計は全体になる', () => {
    for (let period = 3; period <= 10; period++) {
      const outcome = runRule(sharesOfPeriod, { period }, { on: '2026-04-01' })
      if (!outcome.ok || outcome.answer.value.comprehensive === null)
        throw new Error(`no shares of ${period}`)
      const { category1PerMille, category2PerMille, comprehensive } = outcome.answer.value
      expect(category1PerMille + category2PerMille).toBe(500)
      expect(sum(comprehensive) + category1PerMille * 10).toBe(10_000)
      for (const group of ['home', 'facility', 'general', 'comprehensive'] as const) {
        const grantPerMillion = group === 'comprehensive' ? null : 50_000
        const input = { period, group, amountYen: 1_000_000, grantPerMillion }
        const split = runRule(splitRule, input, { on: '2026-04-01' })
        expect(split.ok && sum(split.answer.value)).toBe(1_000_000)
        expect(split.ok && split.answer.value.category1Yen).toBe(category1PerMille * 1000)
      }
    }
  })

  it('一般会計の負担の合計は、行の合計と一致し、費用が増えて減ることはない', () => {
    const cost = fc.integer({ min: 0, max: 10_000_000_000 })
    const row = fc.record({
      label: fc.constant('令和6年度'),
      standardBenefitYen: cost,
      generalProjectYen: cost,
      comprehensiveSupportYen: cost,
      lowIncomeReductionYen: cost,
      administrativeYen: cost,
    })
    const total = (rows: unknown[]) => {
      const outcome = runRule(generalAccount, { period: 9, rows }, { on: '2026-04-01' })
      if (!outcome.ok) throw new Error(outcome.problems[0]?.message)
      const { value } = outcome.answer
      expect(value.rows.reduce((all, one) => all + one.totalYen, 0)).toBe(value.totalYen)
      return value.totalYen
    }
    fc.assert(
      fc.property(
        row,
        fc.constantFrom('standardBenefitYen', 'comprehensiveSupportYen', 'lowIncomeReductionYen'),
        (one, key) => {
          expect(total([one]) * 2).toBe(total([one, one]))
          expect(total([{ ...one, [key]: one[key] + 1 }])).toBeGreaterThanOrEqual(total([one]))
        },
      ),
      { numRuns: 50 },
    )
  })
})
