import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TooLarge } from '../../../platform/exact/index.ts'
import { isLess, rateOf, rateText, roundTimes } from './rate.ts'
import { trendRates } from './trend-rates.ts'

/** ROUND half up in whole numbers alone. */
const exact = (count: number, over: number, under: number) =>
  Number((2n * BigInt(count) * BigInt(over) + BigInt(under)) / (2n * BigInt(under)))
const people = fc.nat(1_000_000)

describe('分数をかけて四捨五入', () => {
  it('どの数でも、正確な分数の四捨五入と同じ', () => {
    fc.assert(
      fc.property(people, fc.nat(2 ** 40), fc.integer({ min: 1, max: 2 ** 40 }), (count, over, under) => {
        fc.pre(count * (over / under) < 2 ** 52)
        expect(roundTimes(count, rateOf(over, under))).toBe(exact(count, over, under))
      }),
      { numRuns: 2000 },
    )
  })

  it('1人・1円まで数えられない大きさは、答えずに投げる', () => {
    const most = Number.MAX_SAFE_INTEGER
    expect(roundTimes(1, rateOf(most, 1))).toBe(most)
    expect(() => roundTimes(1, rateOf(most + 1, 1))).toThrow(TooLarge)
    expect(() => roundTimes(2, rateOf(10n ** 400n, 1))).toThrow(TooLarge)
  })

  it('ちょうど半分とその隣も同じ', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2 ** 30 }),
        people,
        fc.constantFrom(-1, 0, 1),
        (half, whole, off) => {
          const under = 2 * half
          const over = under * whole + half + off // whole + 1/2, and the nearest fractions beside it
          expect(roundTimes(1, rateOf(over, under))).toBe(exact(1, over, under))
          expect(roundTimes(1, rateOf(over, under))).toBe(off < 0 ? whole : whole + 1)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('小数では半分に見える分数も、整数で決める', () => {
    const under = 10n ** 40n
    const tiny = (over: bigint) => roundTimes(1, rateOf(over, 2n * under))
    expect([tiny(under - 1n), tiny(under), tiny(under + 1n)]).toEqual([0, 1, 1])
  })

  it('人がいない分母の率は0で、約分した分数で言う', () => {
    expect(roundTimes(5, rateOf(3, 0))).toBe(0)
    expect([rateOf(3, 0), rateOf(0, 7), rateOf(12, 100), rateOf(7, 7)].map(rateText)).toEqual([
      '0/1',
      '0/1',
      '3/25',
      '1/1',
    ])
    expect(isLess(rateOf(1, 3), rateOf(1, 2))).toBe(true)
    expect(isLess(rateOf(2, 4), rateOf(1, 2))).toBe(false)
  })
})

const count = fc
  .integer({ min: 1, max: 100_000 })
  .chain((insured) => fc.record({ insured: fc.constant(insured), certified: fc.nat(insured) }))
const rule = { clampPerMille: 100, planYears: 3 }

describe('認定率の自然体', () => {
  it('基準年の率の上下1割と100%をこえず、率は正確な分数である', () => {
    fc.assert(
      fc.property(count, count, count, fc.integer({ min: 1, max: 5 }), (base, later, earlier, years) => {
        const start = base.certified / base.insured
        const delta = (later.certified / later.insured - earlier.certified / earlier.insured) / years
        trendRates(base, { later, earlier, years }, rule).forEach(({ rate, clamped }, index) => {
          const [c, i] = [BigInt(base.certified), BigInt(base.insured)]
          expect(rate.over * 10n * i >= 9n * c * rate.under).toBe(true)
          expect(rate.over * 10n * i <= 11n * c * rate.under).toBe(true)
          expect(rate.over <= rate.under).toBe(true)
          const highest = Math.min(1.1 * start, 1)
          const wanted = Math.min(Math.max(start + (index + 1) * delta, 0.9 * start), highest)
          expect(rate.value).toBeCloseTo(start === 0 ? 0 : wanted, 9)
          if (clamped === 0 && start > 0) {
            const [lc, li, ec, ei] = [later.certified, later.insured, earlier.certified, earlier.insured].map(
              BigInt,
            )
            const n = BigInt(index + 1)
            const under = i * li! * ei! * BigInt(years)
            const over = c * li! * ei! * BigInt(years) + n * (lc! * ei! - ec! * li!) * i
            expect(rate.over * under).toBe(over * rate.under)
          }
        })
      }),
      { numRuns: 500 },
    )
  })

  it('基準年が0%の区分は、どの伸びでも0%のまま', () => {
    fc.assert(
      fc.property(count, count, (later, earlier) => {
        const rates = trendRates({ insured: 100, certified: 0 }, { later, earlier, years: 1 }, rule)
        expect(rates.map(({ rate, clamped }) => [rate.over, clamped])).toEqual(Array(3).fill([0n, 0]))
      }),
    )
  })

  it('上限に達したか下限に達したかを言う', () => {
    const base = { insured: 1000, certified: 500 }
    const of = (later: number, earlier: number) =>
      trendRates(
        base,
        {
          later: { insured: 1000, certified: later },
          earlier: { insured: 1000, certified: earlier },
          years: 1,
        },
        rule,
      ).map(({ clamped }) => clamped)
    expect(of(550, 500)).toEqual([0, 1, 1])
    expect(of(450, 500)).toEqual([0, -1, -1])
    expect(of(500, 449)).toEqual([1, 1, 1])
    expect(of(500, 500)).toEqual([0, 0, 0])
  })
})
