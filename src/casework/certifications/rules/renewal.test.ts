import { describe, expect, it } from 'vitest'
import { decisionDays, renewalWindowDays } from '../../../law/casework/certification-days.ts'
import { specifiedDiseases } from '../../../law/casework/specified-diseases.ts'
import { inForce } from '../../../law/in-force.ts'
import { addDays } from '../../../platform/calendar/index.ts'
import { runRule } from '../../../platform/computation/run-rule.ts'
import { rule } from './crt-05.rule.ts'
import { decisionDueOn, diseaseCheck, monthsBefore, renewalOpensOn, renewalState } from './renewal.ts'

const window = inForce(renewalWindowDays, '2025-01-01').value
const limit = inForce(decisionDays, '2025-01-01').value

describe('CRT-05 更新申請ができる期間', () => {
  it.each([
    ['2025-04-30', '2025-03-01'],
    ['2024-02-29', '2023-12-31'],
    ['2026-03-31', '2026-01-30'],
  ])('満了日 %s → %s から', (lastDay, opens) => {
    expect(renewalOpensOn(lastDay, window, 'lastDayExcluded')).toBe(opens)
    expect(renewalOpensOn(lastDay, window, 'lastDayCounted')).toBe(addDays(opens, 1))
  })

  it.each([
    [undefined, '終わりの日の60日前'],
    ['lastDayCounted', '終わりの日を1日目と数えて、さかのぼって60日目の日'],
  ])('説明の言葉は、数え方（%s）と合う', (counting, formula) => {
    const input = { lastDay: '2025-04-30', ...(counting === undefined ? {} : { counting }) }
    const found = runRule(rule, input, { on: '2026-11-22', isExplained: true })
    expect(found.ok && found.answer.steps[0]).toMatchObject({ formula })
  })

  it('意向の確認、受付の開始、満了の前日と当日と翌日', () => {
    const at = (today: string) =>
      renewalState(today, { lastDay: '2025-04-30', opensOn: '2025-03-01', soonOn: '2025-01-30' })
    expect(
      ['2025-01-29', '2025-01-30', '2025-02-28', '2025-03-01', '2025-04-30', '2025-05-01'].map(at),
    ).toEqual(['later', 'soon', 'soon', 'open', 'open', 'expired'])
  })

  it.each([
    ['2025-04-30', 3, '2025-01-30'],
    ['2025-05-31', 3, '2025-02-28'],
    ['2025-03-31', 3, '2024-12-31'],
    ['2024-05-31', 3, '2024-02-29'],
    ['2025-01-15', 1, '2024-12-15'],
  ])('%s の%iか月前は %s', (day, months, before) => {
    expect(monthsBefore(day, months)).toBe(before)
  })
})

describe('CRT-06 30日以内の決定', () => {
  it.each([
    ['2024-04-01', '2024-05-01'],
    ['2025-01-31', '2025-03-02'],
    ['2024-12-20', '2025-01-19'],
    ['2026-02-01', '2026-03-03'],
    [null, null],
  ])('申請 %s → %s まで', (applied, due) => {
    expect(decisionDueOn(applied, limit)).toBe(due)
  })
})

describe('CRT-07 特定疾病', () => {
  it.each([
    ['62歳 + 関節リウマチ', 'category2Insured', 'rheumatoid-arthritis', 'ok'],
    ['62歳 + なし', 'category2Insured', null, 'diseaseMissing'],
    ['65歳 + なし', 'category1Insured', null, 'ok'],
    ['種別が不明', null, null, 'unknown'],
    ['被保険者でない', 'notInsured', null, 'notInsured'],
    ['被保険者でない + 関節リウマチ', 'notInsured', 'rheumatoid-arthritis', 'notInsured'],
  ] as const)('%s', (_, type, disease, result) => {
    expect(diseaseCheck(type, disease)).toBe(result)
  })

  it('16の疾病が、政令の順に並ぶ', () => {
    const { value } = inForce(specifiedDiseases, '2026-11-22')
    expect(value.length).toBe(16)
    expect(new Set(value.map(({ key }) => key)).size).toBe(16)
    expect([value[0]?.label.startsWith('がん'), value[1]?.label, value[12]?.label, value[14]?.label]).toEqual(
      [true, '関節リウマチ', '脳血管疾患', '慢性閉塞性肺疾患'],
    )
  })
})
