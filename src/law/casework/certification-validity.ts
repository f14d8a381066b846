import type { Dated } from '../types.ts'

/** Months of one case: what is taken when nothing is stated, and what may be stated. */
export interface ValidityMonths {
  default: number
  min: number
  max: number
}
export interface CertificationValidity {
  /** 新規・転入 */
  new: ValidityMonths
  /** 区分変更・職権 */
  change: ValidityMonths
  /** 更新, level as before */
  renewalSame: ValidityMonths
  /** 更新, other level, 要支援 ⇄ 要介護 included */
  renewalOther: ValidityMonths
}

const six = { default: 6, min: 3, max: 12 }

/** 認定有効期間 by day of application. The national maximum; a municipality may keep less (its own setting). */
export const certificationValidity: Dated<CertificationValidity> = {
  id: 'casework.certification.validity',
  title: '要介護・要支援認定の有効期間',
  unit: '月（初期値・下限・上限）',
  labels: {
    new: '新規・転入',
    change: '区分変更・職権',
    renewalSame: '更新（区分が変わらない）',
    renewalOther: '更新（区分が変わる）',
    default: '初期値',
    min: '下限',
    max: '上限',
  },
  history: [
    {
      from: '2018-04-01',
      value: {
        new: six,
        change: six,
        renewalSame: { default: 12, min: 3, max: 36 },
        renewalOther: { default: 12, min: 3, max: 36 },
      },
      source: { text: '介護保険法施行規則第38条・第41条・第52条・第55条（2021年4月改正前）' },
      confidence: 'secondary',
    },
    {
      from: '2021-04-01', // 更新 of an unchanged level: 36 became 48
      value: {
        new: six,
        change: six,
        renewalSame: { default: 12, min: 3, max: 48 },
        renewalOther: { default: 12, min: 3, max: 36 },
      },
      source: { text: '介護保険法施行規則第38条・第41条・第52条・第55条' },
      confidence: 'secondary',
    },
  ],
  checkedOn: '2026-11-22',
}
