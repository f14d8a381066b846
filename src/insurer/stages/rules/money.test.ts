import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inForce } from '../../../law/in-force.ts'
import { oldSalaryDeduction } from '../../../law/insurer/stages-salary-deduction.ts'
import { balancedBorders } from './balanced-borders.ts'
import { chargedMonths } from './charged-months.ts'
import { reductionCost } from './reduction-cost.ts'
import { salaryAddition } from './salary-addition.ts'

const rule = inForce(oldSalaryDeduction, '2026-04-01').value

describe('令和8年度の特例で足す額', () => {
  it('0円から10万円までで、改正前の所得は給与収入とともに下がらない', () => {
    fc.assert(
      fc.property(fc.nat(3_000_000), fc.nat(1000), (revenue, more) => {
        const added = salaryAddition(revenue, rule)
        expect(added >= 0 && added <= 100_000).toBe(true)
        const income = (yen: number) => Math.max(0, yen - 650_000) + salaryAddition(yen, rule)
        expect(income(revenue + more)).toBeGreaterThanOrEqual(income(revenue))
      }),
    )
  })
  it('区分の外の給与には何も足さない', () => {
    expect(salaryAddition(1_850_000, { ...rule, oldBands: [] })).toBe(0)
  })
})

describe('公費による軽減の費用', () => {
  it('人数のない段階は0円で、断らない', () => {
    const none = { over: 0n, under: 1000 }
    expect(reductionCost(72_000, [], [], () => 0)).toEqual({ whole: none, shared: none })
  })
})

describe('月割りの月数', () => {
  it('前半と後半に分けて数えても、合わせて同じ', () => {
    const dates = fc.date({ min: new Date('2026-04-01'), max: new Date('2027-03-31'), noInvalidDate: true })
    fc.assert(
      fc.property(dates, (date) => {
        const day = date.toISOString().slice(0, 10)
        const months = chargedMonths(2026, null, day) + chargedMonths(2026, day, null)
        expect(months).toBe(12)
      }),
    )
  })
})

describe('国の境の考え方', () => {
  it('人数の合計は変わらず、どの境も、隣の境より差が小さいか等しい', () => {
    const anyBands = fc
      .array(fc.nat(500), { minLength: 15, maxLength: 40 })
      .map((persons) => persons.map((count, i) => ({ fromYen: i * 100_000, persons: count })))
    fc.assert(
      fc.property(anyBands, (bands) => {
        const found = balancedBorders(bands, 1_200_000)!
        const [sixth, seventh, eighth, ninth] = found.personsByStage
        const all = bands.reduce((sum, { persons }) => sum + persons, 0)
        expect(sixth + seventh + eighth + ninth).toBe(all)
        const at = (fromYen: number) =>
          bands.filter((one) => one.fromYen >= 1_200_000 && one.fromYen < fromYen)
        const seventhTo = (yen: number) => at(yen).reduce((sum, { persons }) => sum + persons, 0)
        for (let yen = 1_300_000; yen < bands.at(-1)!.fromYen; yen += 100_000)
          expect(Math.abs(seventh - sixth)).toBeLessThanOrEqual(Math.abs(seventhTo(yen) - sixth))
        expect(found.seventhEndsYen < found.eighthEndsYen).toBe(true)
      }),
    )
  })
})
