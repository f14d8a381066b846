import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { factFindingHours, reportingDuties } from '../../../law/casework/abuse-response.ts'
import { inForce } from '../../../law/in-force.ts'
import { addDays } from '../../../platform/calendar/index.ts'
import { RuleRefusal } from '../../../platform/computation/index.ts'
import { factFindingHours as setting } from '../settings.ts'
import { reportingDuty } from './reporting-duty.ts'
import { surveyDays } from './survey-days.ts'

describe('通報の義務', () => {
  const law = inForce(reportingDuties, '2025-04-01').value
  it('わからないことを確かめても、一度出た答えは変わらない', () => {
    const known = fc.constantFrom(true, false, null)
    fc.assert(
      fc.property(known, known, fc.boolean(), fc.boolean(), (own, grave, a, b) => {
        const before = reportingDuty(own, grave, law)
        const after = reportingDuty(own ?? a, grave ?? b, law)
        expect(after).not.toBeNull()
        if (before !== null) expect(after).toBe(before)
      }),
    )
  })
})

describe('調査の日数', () => {
  it('受付から判断までは、間の日数の和になる', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(400), fc.nat(400), (start, first, second) => {
        const receivedOn = addDays('2020-01-01', start)
        const factFindingOn = addDays(receivedOn, first)
        const days = surveyDays({ receivedOn, factFindingOn, judgedOn: addDays(factFindingOn, second) })
        expect(days.receptionToFactFindingDays).toBe(first)
        expect(days.factFindingToJudgementDays).toBe(second)
        expect(days.receptionToJudgementDays).toBe(first + second)
      }),
    )
  })
  it('順の違う日は、どれも挙げて断る', () => {
    const wrong = () =>
      surveyDays({ receivedOn: '2025-04-03', factFindingOn: '2025-04-02', judgedOn: '2025-04-01' })
    expect(wrong).toThrow(RuleRefusal)
    try {
      wrong()
    } catch (error) {
      const paths = error instanceof RuleRefusal ? error.problems.map(({ path }) => path) : []
      expect(paths).toEqual(['factFindingOn', 'judgedOn'])
    }
  })
})

it('設定の初期値は、国の目安と同じ', () => {
  expect(setting.initial).toBe(inForce(factFindingHours, '2025-04-01').value)
})
