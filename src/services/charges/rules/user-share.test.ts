import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inForce } from '../../../law/in-force.ts'
import { shareThresholdsYen } from '../../../law/services/user-share.ts'
import { type ShareFacts, shareYear, userShare } from './user-share.ts'

const law = inForce(shareThresholdsYen, '2025-08-01').value
const yen = fc.oneof(
  fc.integer({ min: 0, max: 6_000_000 }),
  fc.constantFrom(1_600_000, 2_200_000, 2_800_000, 3_400_000, 3_460_000, 4_630_000),
)
const known = fc.record({
  insuredType: fc.constantFrom('category1Insured', 'category2Insured'),
  isExempt: fc.boolean(),
  ownIncomeYen: yen,
  elderlyCount: fc.integer({ min: 1, max: 4 }),
  elderlyIncomeYen: yen,
})

describe('利用者負担割合', () => {
  it('わからない項目があっても、答えが出るなら、何が入っても同じ割合になる', () => {
    const names = fc.subarray<keyof ShareFacts>([
      'insuredType',
      'isExempt',
      'ownIncomeYen',
      'elderlyCount',
      'elderlyIncomeYen',
    ])
    fc.assert(
      fc.property(known, names, (facts, hidden) => {
        const partly: ShareFacts = { ...facts, ...Object.fromEntries(hidden.map((name) => [name, null])) }
        const settled = userShare(partly, law)
        const whole = userShare(facts, law)
        expect(whole).not.toBeNull()
        if (settled !== null) expect(settled).toBe(whole)
      }),
      { numRuns: 2000 },
    )
  })
  it('所得や収入が増えて割合が下がることはなく、世帯が2人になって上がることもない', () => {
    fc.assert(
      fc.property(known, yen, (facts, more) => {
        const share = userShare(facts, law)!
        const richer = { ...facts, ownIncomeYen: facts.ownIncomeYen + more }
        expect(userShare(richer, law)!).toBeGreaterThanOrEqual(share)
        const together = { ...facts, elderlyIncomeYen: facts.elderlyIncomeYen + more }
        expect(userShare(together, law)!).toBeGreaterThanOrEqual(share)
        expect(userShare({ ...facts, elderlyCount: 2 }, law)!).toBeLessThanOrEqual(
          userShare({ ...facts, elderlyCount: 1 }, law)!,
        )
      }),
    )
  })
  it('負担割合証の期間は1年で、その月を含む', () => {
    const month = fc
      .tuple(fc.integer({ min: 2018, max: 2100 }), fc.integer({ min: 1, max: 12 }))
      .map(([year, number]) => `${year}-${String(number).padStart(2, '0')}`)
    fc.assert(
      fc.property(month, (one) => {
        const { from, to } = shareYear(one, 8)
        expect(from <= `${one}-01` && `${one}-01` <= to).toBe(true)
        expect(from.slice(5)).toBe('08-01')
        expect(to.slice(5)).toBe('07-31')
        expect(Number(to.slice(0, 4)) - Number(from.slice(0, 4))).toBe(1)
      }),
    )
  })
})
