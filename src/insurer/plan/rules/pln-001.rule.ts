import { z } from 'zod'
import { planPeriodYears } from '../../../law/insurer/plan-period.ts'
import { defineRule, whole } from '../../../platform/computation/index.ts'
import { planPeriodCases } from '../examples/plan-period.ts'
import { periodOf, planPeriod } from './plan-period.ts'

export const rule = defineRule({
  id: 'PLN-001',
  title: '計画期間',
  group: '計画',
  meaning: '年度から、介護保険事業計画の期と、その3年度を出します。保険料率は期の間変わりません。',
  formula: '期＝（年度−2000）÷3の商＋1',
  source: { text: '介護保険法第117条第1項・第129条第3項' },
  confidence: 'recalled',
  limits: '第1期と第2期の計画は5年を一期としていました。ここでは保険料の期間を数えます。',
  parameters: { count: planPeriodYears },
  input: z.strictObject({
    fiscalYear: whole('年度', '年度', { min: 2000, max: 2200, help: '西暦。令和8年度は2026' }), // number: years that a form accepts
  }),
  compute({ fiscalYear }, { law, entry, note }) {
    const found = planPeriod(periodOf(fiscalYear, law.count), law.count)
    note?.({
      label: '計画期間',
      formula: '（年度−最初の年度）÷年数の商＋1',
      inputs: { 年度: fiscalYear, 最初の年度: law.count.firstFiscalYear, 年数: law.count.years },
      value: found.period,
      unit: '期',
      source: entry.count.source,
      confidence: entry.count.confidence,
    })
    return found
  },
  cases: planPeriodCases,
})
