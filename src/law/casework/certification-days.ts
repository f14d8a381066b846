import type { Dated } from '../types.ts'

const law = 'https://laws.e-gov.go.jp/law/409AC0000000123'

/** 更新申請 can be made from this many days before the end, counted without the last day itself. */
export const renewalWindowDays: Dated<number> = {
  id: 'casework.certification.renewal-window',
  title: '更新申請ができる期間',
  unit: '日（有効期間満了日の前）',
  history: [
    {
      from: '2000-04-01',
      value: 60,
      source: { text: '介護保険法施行規則第39条・第53条' },
      confidence: 'secondary',
    },
  ],
  checkedOn: '2026-11-22',
}

/** 認定の処分: within this many days of the application. */
export const decisionDays: Dated<number> = {
  id: 'casework.certification.decision-days',
  title: '認定の決定までの日数',
  unit: '日（以内、申請のあった日から）',
  history: [
    {
      from: '2000-04-01',
      value: 30,
      source: { text: '介護保険法第27条第11項・第32条第9項', url: law },
      confidence: 'recalled',
    },
  ],
  checkedOn: '2026-11-22',
}
