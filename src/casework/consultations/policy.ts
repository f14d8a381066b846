import { CASEWORKERS, policy } from '../../platform/access/index.ts'

const readers = [...CASEWORKERS, 'clerk', 'certificationOfficer'] as const

export const consultationPolicy = policy({
  'consultation.read': {
    sentence: '担当する方の相談記録を読める。委託先は割り当てられた方の、虐待に関わらない記録に限る',
    roles: [...readers, 'contractedCareManager'],
  },
  'consultation.list': {
    sentence: '相談記録を一覧にして探せる',
    roles: [...readers, 'contractedCareManager'],
  },
  'consultation.export': {
    sentence: '相談記録の一覧をファイルに書き出せる。書き出した方の全員が監査に残る',
    roles: ['centreManager', 'coreCentreStaff', 'officer', 'districtNurse'],
  },
  'consultation.write': {
    sentence: '相談を記録し、直し、理由を添えて取り下げ、他機関に紹介できる',
    roles: [...CASEWORKERS, 'clerk'],
  },
  'referral.receive': {
    sentence: '自分や自分のセンターあての紹介を見て、受領できる',
    roles: [...CASEWORKERS, 'clerk', 'certificationOfficer'],
  },
})
