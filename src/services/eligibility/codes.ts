import type { EligibilityState, EligibleService } from '../../law/services/eligibility.ts'

export const SERVICES: Readonly<Record<EligibleService, string>> = {
  former: '従前相当サービス',
  A: 'サービス・活動A（緩和した基準）',
  B: 'サービス・活動B（住民主体）',
  C: 'サービス・活動C（短期集中）',
  D: 'サービス・活動D（移動支援）',
  life: 'その他の生活支援サービス',
  general: '一般介護予防事業',
  preventive: '予防給付のサービス',
}

export const STATES: Readonly<Record<EligibilityState, string>> = {
  none: '第1号被保険者、認定も登録もない',
  programme: '事業対象者',
  support1: '要支援1・2（第1号被保険者）',
  support2: '要支援1・2（第2号被保険者）',
  careContinuing: '継続利用要介護者',
  careOther: '要介護1〜5',
}

/** What a municipality decided on a group of people; unset where nobody has said. */
export const ADOPTIONS = { adopted: '対象にする', notAdopted: '対象にしない', unset: '未設定' } as const
export type Adoption = keyof typeof ADOPTIONS
