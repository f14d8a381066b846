import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inForce } from '../../../law/in-force.ts'
import { type EligibleService, eligibilityTable } from '../../../law/services/eligibility.ts'
import { runRule } from '../../../platform/computation/index.ts'
import type { Adoption } from '../codes.ts'
import { rule } from './elg-01.rule.ts'
import { type EligibilityFacts, mayUse, type UsableLevel } from './eligibility.ts'
import { rule as provisional } from './provisional-plan.rule.ts'

const table = inForce(eligibilityTable, '2025-05-01').value
const adoption = fc.constantFrom<Adoption[]>('adopted', 'notAdopted', 'unset')
const facts: fc.Arbitrary<EligibilityFacts> = fc.record({
  level: fc.constantFrom<(UsableLevel | null)[]>('01', '06', '12', '13', '21', '22', '23', '24', '25', null),
  insuredType: fc.constantFrom('category1Insured', 'category2Insured', null),
  isContinuous: fc.constantFrom(true, false, null),
  continuing: adoption,
  general2: adoption,
})
const service = fc.constantFrom<EligibleService[]>(
  'former',
  'A',
  'B',
  'C',
  'D',
  'life',
  'general',
  'preventive',
)

describe('総合事業のサービスを使えるか', () => {
  it('わからないことを確かめても、一度出た答えは変わらない', () => {
    fc.assert(
      fc.property(facts, service, fc.boolean(), fc.boolean(), (open, one, is1, isKept) => {
        const before = mayUse(open, one, table)
        if (before === 'undetermined') return
        const known: EligibilityFacts = {
          ...open,
          insuredType: open.insuredType ?? (is1 ? 'category1Insured' : 'category2Insured'),
          isContinuous: open.isContinuous ?? isKept,
          continuing: open.continuing === 'unset' ? 'adopted' : open.continuing,
          general2: open.general2 === 'unset' ? 'notAdopted' : open.general2,
        }
        expect(mayUse(known, one, table)).toBe(before)
      }),
      { numRuns: 1000 },
    )
  })
  it('要介護の方が予防給付と従前相当を使うことはなく、市町村の採用で使えなくなることもない', () => {
    fc.assert(
      fc.property(facts, service, (open, one) => {
        const answer = mayUse({ ...open, level: '23' }, one, table)
        if (one === 'preventive' || one === 'former' || one === 'C') expect(answer).toBe('no')
        const adopted = mayUse({ ...open, continuing: 'adopted', general2: 'adopted' }, one, table)
        if (mayUse(open, one, table) === 'yes') expect(adopted).toBe('yes')
      }),
    )
  })
  it('申請中は、使えないとき以外、精算の説明を促す', () => {
    const cautions = (level: string, isApplying: boolean) => {
      const input = {
        month: '2025-05',
        service: 'former',
        level,
        insuredType: 'category1Insured',
        isContinuous: null,
        isApplying,
        continuing: 'unset',
        general2: 'unset',
      }
      const outcome = runRule(rule, input, { on: '2025-05-01' })
      return outcome.ok ? outcome.answer.cautions.length : -1
    }
    expect([cautions('06', true), cautions('06', false), cautions('01', true)]).toEqual([1, 0, 0])
  })
})

describe('暫定プランの精算', () => {
  const settle = (result: string) =>
    runRule(
      provisional,
      {
        result,
        isRegistered: true,
        usedProgramme: true,
        usedBenefit: false,
        firstCareServiceOn: null,
        isCoveredAsCare: null,
      },
      { on: '2025-05-01', isExplained: true },
    )
  it('要介護の結果だけ、市町村の取扱いを確かめるよう伝え、出典未確認とする', () => {
    for (const [result, count, confidence] of [
      ['support', 0, 'recalled'],
      ['notCertified', 0, 'recalled'],
      ['care', 1, 'unverified'],
    ] as const) {
      const outcome = settle(result)
      expect(outcome.ok && outcome.answer.cautions.length).toBe(count)
      expect(outcome.ok && outcome.answer.steps.map((step) => step.confidence)).toEqual(
        Array(3).fill(confidence),
      )
    }
  })
})
