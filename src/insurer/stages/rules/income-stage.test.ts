import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inForce } from '../../../law/in-force.ts'
import { standardStages } from '../../../law/insurer/stages-standard.ts'
import { ladderOf, onlyStage, type PersonState, possibleStages } from './income-stage.ts'
import { standardRows } from './stage-table.ts'

const standard = inForce(standardStages, '2026-04-01').value
const ladder = ladderOf(standard, standardRows(standard, {}), () => 826_500)
const YEN = [0, 1, 826_499, 826_500, 826_501, 1_199_999, 1_200_000, 1_200_001, 3_200_000, 9_000_000]
const bool = fc.boolean()
const yen = fc.oneof(fc.constantFrom(...YEN), fc.nat(8_000_000))
const known = fc.record({
  publicAssistance: bool,
  oldAgeWelfarePension: bool,
  selfTaxed: bool,
  householdAnyTaxed: bool,
  pensionIncomeYen: yen,
  totalIncomeYen: yen,
  pensionMiscIncomeYen: yen,
  landSpecialDeductionYen: yen,
})

/** A taxed person's household is a taxed one: what all facts together must say. */
const inHousehold = known.map((person) => ({
  ...person,
  householdAnyTaxed: person.householdAnyTaxed || person.selfTaxed,
}))

/** The table of the sheet, read downwards, apart from the code under test. */
function expected(p: { [K in keyof PersonState]: NonNullable<PersonState[K]> }): number {
  const y =
    p.pensionIncomeYen + Math.max(0, p.totalIncomeYen - p.pensionMiscIncomeYen - p.landSpecialDeductionYen)
  if (p.publicAssistance) return 1
  if (p.selfTaxed) {
    const income = p.totalIncomeYen - p.landSpecialDeductionYen
    const limits = [1_200_000, 2_100_000, 3_200_000, 4_200_000, 5_200_000, 6_200_000, 7_200_000]
    return 6 + limits.filter((limit) => income >= limit).length
  }
  if (p.householdAnyTaxed) return y <= 826_500 ? 4 : 5
  if (p.oldAgeWelfarePension || y <= 826_500) return 1
  return y <= 1_200_000 ? 2 : 3
}

const stagesIn = (bits: number) => Array.from({ length: 30 }, (_, i) => i).filter((i) => bits & (1 << i))

describe('所得段階の判定', () => {
  it('すべて分かれば、表のとおりの一つの段階', () => {
    fc.assert(
      fc.property(known, (person) => {
        expect(onlyStage(possibleStages(person, ladder))).toBe(expected(person))
      }),
      { numRuns: 500 },
    )
  })

  it('分からない項目を埋めると、必ずありうる段階のどれかになる', () => {
    fc.assert(
      fc.property(inHousehold, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), (person, hidden) => {
        const entries = Object.entries(person).map(([key, value], i) => [key, hidden[i] ? null : value])
        const open = possibleStages(Object.fromEntries(entries) as PersonState, ladder)
        expect(stagesIn(open)).toContain(expected(person))
      }),
      { numRuns: 1000 },
    )
  })

  it('はい・いいえだけが分からないとき、ありうる段階は埋め方のすべてと一致する', () => {
    const flags = ['publicAssistance', 'oldAgeWelfarePension', 'selfTaxed', 'householdAnyTaxed'] as const
    fc.assert(
      fc.property(inHousehold, fc.subarray([...flags]), (person, hidden) => {
        const reached = new Set<number>()
        for (let mask = 0; mask < 2 ** hidden.length; mask++) {
          const filled = { ...person }
          hidden.forEach((flag, i) => {
            filled[flag] = (mask & (1 << i)) !== 0
          })
          if (filled.householdAnyTaxed || !filled.selfTaxed) reached.add(expected(filled))
        }
        const open = { ...person, ...Object.fromEntries(hidden.map((flag) => [flag, null])) } as PersonState
        expect(stagesIn(possibleStages(open, ladder))).toEqual([...reached].sort((a, b) => a - b))
      }),
      { numRuns: 500 },
    )
  })

  it('本人の課税が分かれば、世帯の課税が食い違っていても本人の課税で決まる', () => {
    fc.assert(
      fc.property(known, (person) => {
        const taxed = { ...person, publicAssistance: false, selfTaxed: true }
        const stages = [true, false, null].map((householdAnyTaxed) =>
          possibleStages({ ...taxed, householdAnyTaxed }, ladder),
        )
        expect(new Set(stages).size).toBe(1)
        expect(onlyStage(stages[0]!)).toBeGreaterThan(5)
      }),
    )
  })

  it('所得が増えても、段階は下がらない', () => {
    fc.assert(
      fc.property(known, fc.nat(5_000_000), (person, more) => {
        const now = onlyStage(possibleStages(person, ladder))!
        const later = { ...person, totalIncomeYen: person.totalIncomeYen + more }
        expect(onlyStage(possibleStages(later, ladder))).toBeGreaterThanOrEqual(now)
      }),
    )
  })

  it('境の額は、住民税が非課税でありうるときだけ見る', () => {
    let looked = 0
    const watched = { ...ladder, lowIncomeLimitYen: () => ++looked }
    const person = { ...fc.sample(known, 1)[0]!, publicAssistance: false }
    possibleStages({ ...person, selfTaxed: true }, watched)
    possibleStages({ ...person, publicAssistance: true, selfTaxed: null }, watched)
    expect(looked).toBe(0)
    possibleStages({ ...person, selfTaxed: null }, watched)
    expect(looked).toBe(1)
  })
})
