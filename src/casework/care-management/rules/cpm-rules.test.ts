import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runRule } from '../../../platform/computation/index.ts'
import { type CourseType, SERVICE_GROUPS } from '../codes.ts'
import { rule as kindRule } from './cpm-01.rule.ts'
import { type Input as TypeInput, rule as typeRule } from './cpm-02.rule.ts'
import { rule as visitRule } from './cpm-03.rule.ts'

const on = '2025-05-01'

describe('CPM-01 請求の注意', () => {
  const cautions = (isClaimSheetFiled: boolean | null, code = '63') => {
    const input = { month: '2025-05', level: '13', services: [{ code }], isClaimSheetFiled }
    const outcome = runRule(kindRule, input, { on, isExplained: true })
    if (!outcome.ok) return []
    const { cautions, steps } = outcome.answer
    return [cautions.length, steps.some(({ label }) => label === '費用の請求')]
  }
  it('介護予防支援は、給付管理票がなければ注意を伝える', () => {
    expect([cautions(true), cautions(false), cautions(null)]).toEqual([
      [0, true],
      [1, true],
      [1, true],
    ])
    expect(cautions(false, 'A6')).toEqual([0, false])
  })
})

describe('CPM-02 類型', () => {
  const answer = (input: TypeInput) => {
    const outcome = runRule(typeRule, input, { on, isExplained: true })
    return outcome.ok ? { type: outcome.answer.value.type, last: outcome.answer.steps.at(-1) } : null
  }
  it('サービスが増えて軽い類型になることはなく、順にもよらない', () => {
    const group = fc.constantFrom(...SERVICE_GROUPS.map(({ code }) => code))
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 8 }), group, (services, more) => {
        const [type, heavier] = [answer({ services })?.type, answer({ services: [...services, more] })?.type]
        expect((heavier as CourseType) <= (type as CourseType)).toBe(true)
        expect(answer({ services: [...services].reverse() })?.type).toBe(type)
      }),
    )
  })
  it('市町村が変えたサービスを使うときだけ、市町村の定めと書く', () => {
    expect(answer({ services: ['b'], bType: 'B' })?.last).toMatchObject({
      source: { text: '市町村の定め' },
      confidence: 'seen',
    })
    for (const input of [{ bType: 'C' }, { formerType: 'B' }, {}] as const)
      expect(answer({ services: ['b'], ...input })?.last).toMatchObject({ confidence: 'recalled' })
  })
})

describe('CPM-03 断る理由', () => {
  it('まとめて返し、足りない条件を名前で言う', () => {
    const input = {
      work: '46',
      startMonth: '2024-01',
      lastHomeVisitMonth: null,
      mode: 'flexible',
      flexibleMonths: 3,
      flexibleConditions: ['stable', 'contact', 'agreed'],
      evaluationOn: null,
    }
    const outcome = runRule(visitRule, input, { on: '2024-07-31' })
    const problems = outcome.ok ? [] : outcome.problems
    expect(problems.map(({ code }) => code)).toEqual([
      'mode-not-in-force',
      'programme-only',
      'interval-too-short',
      'conditions-missing',
    ])
    expect(problems.at(-1)?.message).toContain('意見を集めて共有する')
    expect(problems.at(-1)?.message).not.toContain('、本人が')
  })
  it('標準の方法に、テレビ電話の期間の期限はない', () => {
    const input = {
      work: 'AF',
      startMonth: '2025-04',
      lastHomeVisitMonth: null,
      lastMonitoringMonth: '2025-05',
      mode: 'standard',
      evaluationOn: null,
    }
    const outcome = runRule(visitRule, input, { on, isExplained: true })
    expect(outcome.ok && outcome.answer.value?.spanDueMonth).toBeNull()
    const labels = outcome.ok ? outcome.answer.steps.map(({ label }) => label) : []
    expect(labels.some((label) => label.includes('テレビ電話'))).toBe(false)
  })
})
