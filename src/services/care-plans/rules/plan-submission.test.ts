import fc from 'fast-check'
import { expect, it } from 'vitest'
import { inForce } from '../../../law/in-force.ts'
import { domesticHelpCounts } from '../../../law/services/domestic-help-count.ts'
import { planSubmission } from './plan-submission.ts'

const counts = inForce(domesticHelpCounts, '2025-05-01').value
const level = fc.constantFrom('21', '22', '23', '24', '25', '12', null)
const madeOn = fc
  .date({ min: new Date('2018-10-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((one) => one.toISOString().slice(0, 10))

it('回数が増えて届出がいらなくなることはなく、期限は計画の月の次の月の末日', () => {
  fc.assert(
    fc.property(level, fc.nat(100), fc.nat(100), madeOn, (of, count, more, day) => {
      const asked = { level: of, madeOn: day } as const
      const less = planSubmission({ ...asked, monthlyCount: count }, counts, 1)
      const next = planSubmission({ ...asked, monthlyCount: count + more }, counts, 1)
      if (less.state === 'required') expect(next.state).toBe('required')
      expect(less.dueOn !== null).toBe(less.state === 'required')
      if (less.dueOn === null) return
      const due = Temporal.PlainDate.from(less.dueOn)
      expect(due.day).toBe(due.daysInMonth)
      expect(due.toPlainYearMonth().toString()).toBe(
        Temporal.PlainDate.from(day).toPlainYearMonth().add({ months: 1 }).toString(),
      )
    }),
  )
})
