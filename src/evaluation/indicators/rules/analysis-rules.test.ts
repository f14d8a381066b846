import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AnyRule, runRule } from '../../../platform/computation/index.ts'
import { adjustedUnits } from './adjusted-units.ts'
import { rule as anl02 } from './anl-02.rule.ts'
import { rule as anl03 } from './anl-03.rule.ts'
import { rule as anl04 } from './anl-04.rule.ts'
import { rule as anl05 } from './anl-05.rule.ts'
import { rule as anl08 } from './anl-08.rule.ts'
import { lmdi, wholeParts } from './lmdi.ts'
import { outliers } from './outliers.ts'

const ON = '2026-04-01'
const answer = (rule: AnyRule, input: unknown) => {
  const outcome = runRule(rule, input, { on: ON })
  if (!outcome.ok) throw new Error(outcome.problems.map(({ code }) => code).join())
  return outcome.answer
}

describe('増減の内訳（ANL-08）でいつも成り立つこと', () => {
  const factors = fc.array(fc.double({ min: 0.001, max: 10_000, noNaN: true }), {
    minLength: 1,
    maxLength: 5,
  })
  const whole = (max: number) => fc.integer({ min: 0, max })
  /** counts that do not contradict each other */
  const year = fc
    .tuple(whole(100_000), whole(20_000), whole(5000), whole(90_000), whole(2_000_000_000))
    .map((all) => all.map((one, at) => (all.slice(0, at).includes(0) ? 0 : one)))
    .map(([insured, certified, users, times, benefitYen]) => ({
      insured,
      certified,
      users,
      times,
      benefitYen,
    }))

  it('要因の和は増減に合う（実数の誤差の内で）', () => {
    fc.assert(
      fc.property(factors, factors, (from, to) => {
        const size = Math.min(from.length, to.length)
        const [before, after] = [from.slice(0, size), to.slice(0, size)]
        const value = (all: readonly number[]) => all.reduce((product, one) => product * one, 1)
        const sum = lmdi(before, after).reduce((all, one) => all + one, 0)
        const scale = Math.max(value(before), value(after))
        expect(Math.abs(sum - (value(after) - value(before)))).toBeLessThanOrEqual(scale * 1e-9)
      }),
    )
  })
  it('最後の桁だけがちがう二つの積でも、和は増減に合う', () => {
    const [before, after] = [9999.999999999984, 9999.999999999985]
    expect(lmdi([before], [after])[0]! / (after - before)).toBeCloseTo(1, 9)
  })
  it('円に直した内訳の和は、0のある年も、増減にちょうど合う', () => {
    fc.assert(
      fc.property(year, year, (before, after) => {
        const { value } = answer(anl08, { before, after }) as {
          value: { changeYen: number; contributions: Record<string, number> }
        }
        expect(value.changeYen).toBe(after.benefitYen! - before.benefitYen!)
        expect(Object.values(value.contributions).reduce((sum, one) => sum + one, 0)).toBe(value.changeYen)
        for (const one of Object.values(value.contributions)) expect(Number.isSafeInteger(one)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
  it('前と後を入れ替えると、どの要因も符号だけが変わる', () => {
    fc.assert(
      fc.property(factors, (from) => {
        const to = from.map((one, at) => one * (at + 2))
        const scale = to.reduce((product, one) => product * one, 1)
        const back = lmdi(to, from)
        lmdi(from, to).forEach((one, at) => {
          expect(Math.abs(one + back[at]!)).toBeLessThanOrEqual(scale * 1e-9)
        })
      }),
    )
  })
  it('増えた要因は正、減った要因は負、変わらない要因は0', () => {
    expect(lmdi([2, 3, 5], [4, 3, 4]).map(Math.sign)).toEqual([1, 0, -1])
  })
  it('積が同じでも、要因が入れ替わった分は出る', () => {
    const [one, two] = lmdi([2, 4], [4, 2]) as [number, number]
    expect(one).toBeCloseTo(8 * Math.log(2), 10)
    expect(one + two).toBeCloseTo(0, 10)
  })
  it('0から始まれば、0だった要因が等しく分ける', () => {
    expect(lmdi([0, 3, 0], [2, 3, 4])).toEqual([12, 0, 12])
    expect(lmdi([2, 3, 4], [2, 0, 4])).toEqual([0, -24, 0])
    expect(lmdi([0, 3], [5, 0])).toEqual([0, 0])
  })
  it.each([
    [[1.5, 1.5], 3, [2, 1]],
    [[0.2, 0.7, 0.1], 1, [0, 1, 0]],
    [[-0.4, 0.4], 0, [-0, 0]],
    [[2, 3], 5, [2, 3]],
    [[1, 1], 1, [1, 0]],
    [[1, 1], 5, [3, 2]],
  ])('%j を整数で %i に合わせると %j', (parts, total, expected) => {
    expect(wholeParts(parts, total).map((one) => one + 0)).toEqual(expected.map((one) => one + 0))
  })
})

describe('外れ値（ANL-09）', () => {
  it('実数で計算した線と同じものを選ぶ', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 500_000 }), { minLength: 2, maxLength: 80 }),
        (values) => {
          const mean = values.reduce((sum, one) => sum + one, 0) / values.length
          const sd = Math.sqrt(values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / values.length)
          values.forEach((value, at) => {
            const over = value - mean - 2 * sd
            if (Math.abs(over) > 1e-3) expect(outliers(values, 2)[at]).toBe(over > 0)
          })
        },
      ),
    )
  })
  it('みな同じなら、外れ値はない。平均より下は外れ値にしない', () => {
    expect(outliers([5, 5, 5], 2)).toEqual([false, false, false])
    expect(outliers([100, 100, 100, 100, 100, 100, 0], 2)).not.toContain(true)
    expect(outliers([0, 1], 0)).toEqual([false, true])
  })
})

describe('調整した値', () => {
  const layers = fc.array(
    fc.tuple(
      fc.integer({ min: 1, max: 50_000 }),
      fc.integer({ min: 0, max: 100 }),
      fc.integer({ min: 1, max: 9_000_000 }),
    ),
    { minLength: 1, maxLength: 14 },
  )
  const weightsOf = (all: readonly [number, number, number][], times = 1) =>
    all.map(([, , weight], at) => ({ name: `区分${at}`, people: weight * times })).toReversed()
  it('認定者が5人未満の区分があれば、間接法で見るよう言う', () => {
    const cautions = (counted: number) =>
      answer(anl02, {
        layers: [{ name: '75歳以上', counted, people: 100 }],
        standard: { name: '架空', asOf: ON, layers: [{ name: '75歳以上', people: 1 }] },
      }).cautions
    expect(cautions(4).join()).toContain('75歳以上')
    expect(cautions(4).join()).toContain('ANL-03')
    expect(cautions(5)).toEqual([])
  })
  it('調整済み認定率は、区分の率の最小と最大の間にある', () => {
    fc.assert(
      fc.property(layers, (all) => {
        const input = {
          layers: all.map(([people, percent], at) => ({
            name: `区分${at}`,
            people,
            counted: Math.floor((people * percent) / 100),
          })),
          standard: { name: '架空', asOf: ON, layers: weightsOf(all) },
        }
        const rates = input.layers.map(({ counted, people }) => (counted / people) * 10_000)
        const { adjustedRatePerMyriad: rate } = answer(anl02, input).value as {
          adjustedRatePerMyriad: number
        }
        expect(rate).toBeGreaterThanOrEqual(Math.min(...rates) - 1)
        expect(rate).toBeLessThanOrEqual(Math.max(...rates) + 1)
      }),
    )
  })
  it('標準の人数を2倍にしても、調整済み給付月額は変わらない', () => {
    fc.assert(
      fc.property(layers, (all) => {
        const of = (times: number) => ({
          layers: all.map(([people, percent], at) => ({
            name: `区分${at}`,
            people,
            units: percent * people * 37,
          })),
          standard: { name: '架空', asOf: ON, layers: weightsOf(all, times) },
        })
        expect(answer(anl05, of(2)).value).toEqual(answer(anl05, of(1)).value)
      }),
    )
  })
  it('1人当たりの単位数は、区分が一つなら割り算そのもの', () => {
    expect(adjustedUnits([{ units: 7, people: 3 }], [5])).toEqual({ over: 35n, under: 15n })
    expect(adjustedUnits([{ units: 7, people: 0 }], [5])).toBeNull()
    expect(adjustedUnits([{ units: 7, people: 3 }], [0])).toBeNull()
  })
  it('標準化認定比は、認定者が2倍なら2倍になる', () => {
    const input = (times: number) => ({
      layers: [{ name: '75歳以上', counted: 100 * times, people: 1000 }],
      nation: { name: '架空', asOf: ON, layers: [{ name: '75歳以上', counted: 200, people: 1000 }] },
    })
    expect(answer(anl03, input(1)).value).toMatchObject({ ratioTenths: 500 })
    expect(answer(anl03, input(2)).value).toMatchObject({ ratioTenths: 1000 })
  })
  it('給付月額の三つの和は、全体と1円以内', () => {
    const amount = fc.integer({ min: 0, max: 1_000_000_000 })
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 90_000 }),
        amount,
        amount,
        amount,
        (insured, homeYen, residentialYen, facilityYen) => {
          const value = answer(anl04, { insured, homeYen, residentialYen, facilityYen }).value as Record<
            string,
            number
          >
          const sum = value.homeMonthlyYen! + value.residentialMonthlyYen! + value.facilityMonthlyYen!
          expect(Math.abs(sum - value.monthlyYen!)).toBeLessThanOrEqual(1)
        },
      ),
    )
  })
})
