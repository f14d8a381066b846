/**
 * The roles of the product (architecture §2) and how far each reaches.
 * reach: 'insurer' every record of the insurer · 'centre' the records of one's centres · 'assignment' people assigned
 * to one's organisation · 'none' no personal record at all.
 */
export const ROLES = {
  centreStaff: { label: '包括職員', reach: 'centre' },
  centreManager: { label: 'センター長', reach: 'centre' },
  planner: { label: 'プランナー', reach: 'centre' },
  clerk: { label: '事務', reach: 'centre' },
  coreCentreStaff: { label: '基幹型職員', reach: 'centre' },
  contractedCareManager: { label: '委託先ケアマネ', reach: 'assignment' },
  coordinator: { label: '生活支援コーディネーター', reach: 'none' },
  dementiaPromoter: { label: '認知症地域支援推進員', reach: 'centre' },
  officer: { label: '保険者職員', reach: 'insurer' },
  districtNurse: { label: '地区担当保健師', reach: 'insurer' },
  certificationOfficer: { label: '認定担当', reach: 'insurer' },
  prefectureOfficer: { label: '都道府県職員', reach: 'none' },
  auditor: { label: '監査担当', reach: 'none' },
  administrator: { label: 'システム管理者', reach: 'none' },
} as const satisfies Record<string, { label: string; reach: Reach }>

export type Reach = 'insurer' | 'centre' | 'assignment' | 'none'
export type RoleName = keyof typeof ROLES
export const ROLE_NAMES = Object.keys(ROLES) as RoleName[]

/** Everyone who may work with records of people inside a centre or the insurer. */
export const CASEWORKERS = [
  'centreStaff',
  'centreManager',
  'planner',
  'coreCentreStaff',
  'dementiaPromoter',
  'officer',
  'districtNurse',
] as const satisfies RoleName[]
