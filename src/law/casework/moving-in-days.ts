import type { Dated } from '../types.ts'

/** 転入: with 受給資格証明書 no new examination, when applied for within this many days of moving in. */
export const movingInDays: Dated<number> = {
  id: 'casework.certification.moving-in-days',
  title: '転入のときの認定申請の期限',
  unit: '日（転入した日から）',
  history: [{ from: '2000-04-01', value: 14, source: { text: '介護保険法第36条' }, confidence: 'recalled' }],
  checkedOn: '2026-11-22',
}
