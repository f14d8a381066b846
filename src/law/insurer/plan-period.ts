import type { Dated } from '../types.ts'

/** 計画期間: the premium is fixed for three fiscal years; 第1期 began with the insurance. */
export const planPeriodYears: Dated<{ firstFiscalYear: number; years: number }> = {
  id: 'insurer.plan.period',
  title: '介護保険事業計画の計画期間',
  unit: '年（第1期の最初の年度と、一つの期間の年数）',
  labels: {
    firstFiscalYear: '第1期の最初の年度',
    years: '一つの期間の年数',
  },
  history: [
    {
      from: '2000-04-01',
      value: { firstFiscalYear: 2000, years: 3 },
      source: {
        text: '介護保険法第117条第1項・第129条第3項',
        url: 'https://laws.e-gov.go.jp/law/409AC0000000123',
      },
      confidence: 'recalled',
      note: '第1期と第2期の計画は5年を一期とし、保険料は3年ごとに定めていました。ここでは保険料の期間を数えます。',
    },
  ],
  checkedOn: '2026-11-22',
}
