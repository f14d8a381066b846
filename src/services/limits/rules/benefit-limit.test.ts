import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inForce } from '../../../law/in-force.ts'
import { benefitLimitUnits, outsideBenefitLimit } from '../../../law/services/benefit-limit-units.ts'
import { runRule } from '../../../platform/computation/index.ts'
import { benefitLimit, type LimitLevel, type PlannedLine } from './benefit-limit.ts'
import { rule } from './lim-01.rule.ts'

const law = {
  limits: inForce(benefitLimitUnits, '2025-05-01').value,
  outside: inForce(outsideBenefitLimit, '2025-05-01').value,
}
const level = fc.constantFrom<LimitLevel[]>('06', '12', '13', '21', '22', '23', '24', '25')
const levels = fc.array(level, { minLength: 1, maxLength: 4 })
const line: fc.Arbitrary<PlannedLine> = fc.record({
  kind: fc.constantFrom<PlannedLine['kind'][]>('service', 'entrusted', 'improvement', 'structure'),
  units: fc.nat(40_000),
})

describe('区分支給限度基準額', () => {
  it('保険の対象と超過を合わせると、数えた単位になる', () => {
    fc.assert(
      fc.property(levels, fc.array(line), (asked, lines) => {
        const { coveredUnits, overUnits, countedUnits, limitUnits } = benefitLimit(asked, lines, null, law)
        expect(coveredUnits! + overUnits!).toBe(countedUnits)
        expect(coveredUnits!).toBeLessThanOrEqual(limitUnits!)
        expect(overUnits!).toBeGreaterThanOrEqual(0)
      }),
    )
  })
  it('区分の順によらず、区分が増えても限度額は下がらない', () => {
    const own = fc.option(fc.oneof(fc.constant(law.limits['12']), fc.integer({ min: 1, max: 40_000 })))
    fc.assert(
      fc.property(levels, level, own, (asked, more, own) => {
        const limit = (of: LimitLevel[]) => benefitLimit(of, [], own, law).limitUnits
        expect(benefitLimit([...asked].reverse(), [], own, law)).toEqual(benefitLimit(asked, [], own, law))
        if (own === null) expect(limit([...asked, more])!).toBeGreaterThanOrEqual(limit(asked)!)
      }),
    )
  })
})

describe('LIM-01 の説明', () => {
  const asked = (programmeLimitUnits: number | null) => ({
    month: '2025-05',
    levels: ['06'] as LimitLevel[],
    lines: [],
    programmeLimitUnits,
  })
  const answered = (own: number | null) => {
    const outcome = runRule(rule, asked(own), { on: '2025-05-01', isExplained: true })
    return outcome.ok ? outcome.answer : null
  }
  it('市町村の額が国の目安より低いときは、そう伝える。同じか高ければ伝えない', () => {
    expect(answered(5031)?.cautions).toHaveLength(1)
    expect(answered(5032)?.cautions).toEqual([])
    expect(answered(null)?.cautions).toEqual([])
  })
  it('市町村の額には、市町村の定めと書く', () => {
    expect(answered(6000)?.steps[0]).toMatchObject({ value: 6000, source: { text: '市町村の定め' } })
    expect(answered(null)?.steps[0]).toMatchObject({ value: 5032, confidence: 'recalled' })
  })
})
