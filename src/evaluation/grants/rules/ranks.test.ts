import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runRule } from '../../../platform/computation/index.ts'
import { rule as allocationRule } from './grant-allocation.rule.ts'
import { rule as rankRule } from './rank-to-points.rule.ts'
import { competitionRanks, scoredWithTie, stepsOfRank, thresholdRanks } from './ranks.ts'

const TENTHS = [7, 5, 3, 1]
const ON = '2026-04-01'
const values = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 60 })
const direction = fc.constantFrom('asc', 'desc')
const pointsOf = (all: readonly number[], way: 'asc' | 'desc') => {
  const thresholds = thresholdRanks(all.length, TENTHS)
  return competitionRanks(all, way).map((rank) => stepsOfRank(rank, thresholds))
}

describe('相対評価でいつも成り立つこと', () => {
  it('良い値が、悪い値より低い点になることはなく、同じ値は同じ点', () => {
    fc.assert(
      fc.property(values, direction, (all, way) => {
        const steps = pointsOf(all, way)
        const sign = way === 'desc' ? 1 : -1
        all.forEach((one, i) => {
          all.forEach((other, j) => {
            if (one === other) expect(steps[i]).toBe(steps[j])
            if (sign * (one - other) > 0) expect(steps[i]).toBeGreaterThanOrEqual(steps[j]!)
          })
        })
      }),
      { numRuns: 40 },
    )
  })
  it('市町村を並べ替えても、それぞれの点は変わらない', () => {
    fc.assert(
      fc.property(values, direction, (all, way) => {
        expect(pointsOf(all.toReversed(), way)).toEqual(pointsOf(all, way).reverse())
      }),
    )
  })
  it('段階は累積する: 上の段階を得るものは、下の段階も得る', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 3000 }), (size, rank) => {
        const thresholds = thresholdRanks(size, TENTHS)
        const earned = thresholds.map((threshold) => rank <= threshold)
        expect(stepsOfRank(rank, thresholds)).toBe(earned.lastIndexOf(true) + 1)
      }),
    )
  })
  it('順位の境は母数×割÷10を超えず、1より多くは足りなくならない', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 10 }), (size, share) => {
        const [rank] = thresholdRanks(size, [share]) as [number]
        expect(rank * 10).toBeLessThanOrEqual(size * share)
        expect((rank + 1) * 10).toBeGreaterThan(size * share)
      }),
    )
  })
  it('1位が並ぶ数は、数えた数と同じ', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), (size, tied) => {
        fc.pre(tied <= size)
        const all = Array.from({ length: size }, (_, at) => (at < tied ? 0 : at))
        const thresholds = thresholdRanks(size, TENTHS)
        const steps = competitionRanks(all, 'asc').map((rank) => stepsOfRank(rank, thresholds))
        const counted = TENTHS.map((_, step) => steps.filter((one) => one > step).length)
        expect(scoredWithTie(tied, thresholds)).toEqual(counted)
      }),
    )
  })
  it('母数より下の順位は断る', () => {
    const run = (rank: number, populationSize?: number) => {
      const outcome = runRule(
        rankRule,
        { rank, pointsPerStep: 3, ...(populationSize && { populationSize }) },
        { on: ON },
      )
      return outcome.ok ? outcome.answer.value.points : outcome.problems[0]!.code
    }
    expect([run(1741), run(1742), run(47, 47), run(48, 47), run(4, 47)]).toEqual([
      0,
      'rank-above-population',
      0,
      'rank-above-population',
      12,
    ])
  })
})

describe('配分の試算でいつも成り立つこと', () => {
  const unit = fc.record({
    score: fc.integer({ min: 0, max: 800 }),
    firstInsured: fc.integer({ min: 0, max: 900_000 }),
  })
  const units = fc
    .array(unit, { minLength: 1, maxLength: 30 })
    .filter((all) => all.some(({ score, firstInsured }) => score * firstInsured > 0))
    .map((all) => all.map((one, at) => ({ id: `架空${at}`, ...one })))
  const budget = fc.integer({ min: 1, max: 28_500_000 })
  const allocate = (budgetThousandYen: number, all: readonly object[]) => {
    const outcome = runRule(allocationRule, { budgetThousandYen, units: all }, { on: ON })
    if (!outcome.ok) throw new Error('refused')
    return outcome.answer
  }

  it('合計は予算を超えず、どの額も正確な額より1千円も少なくならない', () => {
    fc.assert(
      fc.property(budget, units, (thousandYen, all) => {
        const { value, roundings } = allocate(thousandYen, all)
        const given = value.amounts.reduce((sum, { amountThousandYen }) => sum + amountThousandYen, 0)
        expect(given + value.undistributedThousandYen).toBe(thousandYen)
        expect(value.undistributedThousandYen).toBeGreaterThanOrEqual(0)
        expect(value.undistributedThousandYen).toBeLessThan(all.length)
        const whole = all.reduce(
          (sum, { score, firstInsured }) => sum + BigInt(score) * BigInt(firstInsured),
          0n,
        )
        all.forEach(({ score, firstInsured }, at) => {
          const exact = BigInt(thousandYen) * BigInt(score) * BigInt(firstInsured)
          const back = BigInt(value.amounts[at]!.amountThousandYen) * whole
          expect(back <= exact && exact - back < whole).toBe(true)
        })
        expect(roundings).toHaveLength(all.length)
      }),
      { numRuns: 50 },
    )
  })
  it('市町村を並べる順は、額を変えない', () => {
    fc.assert(
      fc.property(budget, units, (thousandYen, all) => {
        const one = allocate(thousandYen, all).value.amounts
        expect(allocate(thousandYen, all.toReversed()).value.amounts.toReversed()).toEqual(one)
      }),
      { numRuns: 30 },
    )
  })
  it('試算であることを必ず言う', () => {
    expect(allocate(1, [{ id: '甲（架空）', score: 1, firstInsured: 1 }]).cautions.join()).toContain('試算')
  })
})
