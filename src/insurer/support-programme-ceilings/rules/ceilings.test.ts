import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { divide } from '../../../platform/exact/index.ts'
import { againstCeiling } from './against-ceiling.ts'
import { allRates, grown } from './growth.ts'
import { programmeCeilings } from './programme-ceiling.ts'
import { yearlyGrowth } from './yearly-growth.ts'

const yen = fc.integer({ min: 0, max: 10_000_000_000 })
const rates = fc.array(fc.integer({ min: 500_000, max: 2_000_000 }), { maxLength: 12 })
const down = (ratio: { over: number | bigint; under: number | bigint }) => divide(ratio, 'down')

describe('伸び率', () => {
  it('1.08 を2年分掛けると、割り切れるままで 1.1664 倍になる', () => {
    expect(divide(grown(10_000, [1_080_000, 1_080_000]), 'none')).toBe(11_664)
    expect(divide(allRates([]), 'none')).toBe(1)
  })

  it('15年分でも、けたあふれをしない', () => {
    expect(
      down(
        grown(
          100_000_000,
          Array.from({ length: 15 }, () => 1_030_000),
        ),
      ),
    ).toBe(155_796_741)
  })

  it('年の順を変えても、額は変わらない', () =>
    fc.assert(
      fc.property(yen, rates, (amount, list) => {
        expect(down(grown(amount, list.toReversed()))).toBe(down(grown(amount, list)))
      }),
    ))

  it('3年平均は、3つの年の伸び率の最小と最大の間にある', () => {
    const count = fc.integer({ min: 1, max: 1_000_000 })
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        const mean = down(
          yearlyGrowth({
            latest: a,
            oneYearBefore: b,
            twoYearsBefore: c,
            threeYearsBefore: d,
            method: 'average',
          }),
        )
        const each = [a / b, b / c, c / d].map((one) => one * 1_000_000)
        expect(mean).toBeGreaterThanOrEqual(Math.floor(Math.min(...each)) - 1)
        expect(mean).toBeLessThanOrEqual(Math.ceil(Math.max(...each)) + 1)
      }),
    )
  })
})

describe('総合事業の上限', () => {
  const amounts = fc.record({
    baseHomeVisitYen: yen,
    baseDayServiceYen: yen,
    baseSupportYen: yen,
    basePreventionYen: yen,
    basePreventiveBenefitYen: yen,
    supportYen: yen,
    preventiveBenefitYen: yen,
    growth75: rates,
    special: fc.constant({ kind: 'none' as const, upliftPerMille: 100, h29ProgrammeYen: 1 }),
  })

  it('その年度の介護予防支援が1円増えれば、イは1円減り、ロは変わらない', () =>
    fc.assert(
      fc.property(amounts, (input) => {
        const [before, after] = [input, { ...input, supportYen: input.supportYen + 1 }].map((one) =>
          programmeCeilings(one).map(({ exact }) => down(exact)),
        )
        expect(after![0]).toBe(before![0]! - 1)
        expect(after![1]).toBe(before![1])
      }),
    ))

  it('上乗せは、認められたときだけ額を増やす', () =>
    fc.assert(
      fc.property(amounts, (input) => {
        const uplifted = { ...input, special: { ...input.special, kind: 'uplift' as const } }
        const plain = programmeCeilings(input).map(({ exact }) => down(exact))
        const more = programmeCeilings(uplifted).map(({ exact }) => down(exact))
        for (const at of [0, 1]) expect(more[at]).toBeGreaterThanOrEqual(plain[at]!)
      }),
    ))

  it('平成29年度の額によるときは、一つの額だけになる', () => {
    const input = {
      baseHomeVisitYen: 1,
      baseDayServiceYen: 1,
      baseSupportYen: 1,
      basePreventionYen: 1,
      basePreventiveBenefitYen: 1,
      growth75: [],
      supportYen: 5,
      preventiveBenefitYen: 5,
      special: { kind: 'h29' as const, upliftPerMille: 0, h29ProgrammeYen: 700 },
    }
    expect(programmeCeilings(input).map(({ exact }) => down(exact))).toEqual([700])
  })
})

it('対象にならない額は、超過より大きくならず、認められた額との差に等しい', () =>
  fc.assert(
    fc.property(yen, yen, yen, (spentYen, capYen, approvedExcessYen) => {
      const { overYen, state, notEligibleYen } = againstCeiling({ spentYen, capYen, approvedExcessYen })
      expect(overYen).toBe(spentYen - capYen)
      expect(notEligibleYen).toBe(Math.max(0, spentYen - capYen - approvedExcessYen))
      expect(state).toBe(overYen <= 0 ? 'within' : notEligibleYen > 0 ? 'over' : 'agreed')
    }),
  ))
