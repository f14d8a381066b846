import { policy, ROLE_NAMES } from '../../platform/access/index.ts'

export const insurersPolicy = policy({
  'insurer.read': {
    sentence: '自分の保険者の名称と種別は、サインインした職員のだれでも見られる',
    roles: ROLE_NAMES,
  },
  'insurer.manage': {
    sentence: '自分の保険者の名称・番号・構成市町村を登録し、直す',
    roles: ['administrator'],
  },
  'organisation.read': {
    sentence: '法人・事業所の台帳は、保険者とセンターの職員が見られる',
    roles: [
      'administrator',
      'officer',
      'districtNurse',
      'certificationOfficer',
      'coreCentreStaff',
      'centreManager',
      'centreStaff',
      'planner',
      'clerk',
      'coordinator',
      'dementiaPromoter',
    ],
  },
  'organisation.manage': {
    sentence: '法人・事業所を登録し、直し、終える',
    roles: ['administrator'],
  },
})
