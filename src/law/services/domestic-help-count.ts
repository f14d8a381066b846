import type { Dated } from '../types.ts'

/** 要介護1 to 5. */
export type CareLevelCode = '21' | '22' | '23' | '24' | '25'

/** 生活援助中心型: from this count a month a plan must be submitted to the municipality (CPL-02). */
export const domesticHelpCounts: Dated<Readonly<Record<CareLevelCode, number>>> = {
  id: 'services.care-plans.domestic-help-count',
  title: '居宅サービス計画の届出が必要な生活援助中心型の回数',
  unit: '回（1か月）',
  labels: { '21': '要介護1', '22': '要介護2', '23': '要介護3', '24': '要介護4', '25': '要介護5' },
  history: [
    {
      from: '2018-10-01',
      value: { '21': 27, '22': 34, '23': 43, '24': 38, '25': 31 },
      source: {
        text: '厚生労働大臣が定める回数及び訪問介護（平成30年厚生労働省告示第218号）、指定居宅介護支援等基準第13条第18号の2',
      },
      confidence: 'recalled',
    },
  ],
  checkedOn: '2026-11-22',
}

/** Months after the one of the plan or its change, by whose end it is submitted. */
export const planSubmissionMonths: Dated<number> = {
  id: 'services.care-plans.submission-months',
  title: '居宅サービス計画の届出の期限',
  unit: 'か月（計画の月の後）',
  history: [
    {
      from: '2018-10-01',
      value: 1,
      source: { text: '指定居宅介護支援等の事業の人員及び運営に関する基準第13条第18号の2' },
      confidence: 'recalled',
    },
  ],
  checkedOn: '2026-11-22',
}
