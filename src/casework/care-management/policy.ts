import { CASEWORKERS, policy } from '../../platform/access/index.ts'

const READERS = [...CASEWORKERS, 'clerk', 'certificationOfficer', 'contractedCareManager'] as const

export const careManagementPolicy = policy({
  'care-management.read': {
    sentence: '自分の範囲（センター・委託・保険者）の方のケアマネジメントと記録を見て、一覧にできる',
    roles: READERS,
  },
  'care-management.write': {
    sentence: 'ケアマネジメントを始め、類型・担当・契約・期間を決め、直し、終えられる。委託先にはない',
    roles: CASEWORKERS,
  },
  'care-management.export': {
    sentence: 'ケアマネジメントの一覧をファイルに書き出せる。書き出した方の全員が監査に残る',
    roles: ['centreManager', 'coreCentreStaff', 'officer', 'districtNurse'],
  },
  'monitoring.write': {
    sentence:
      'モニタリングなどを記録し、自分の記録を直し、取り下げられる。委託先は委託の期間中、確認の前まで',
    roles: [...CASEWORKERS, 'contractedCareManager'],
  },
  'monitoring.confirm': {
    sentence: '委託先の記録と計画の原案を確認し、意見を付けられる',
    roles: CASEWORKERS,
  },
  'entrustment.send': {
    sentence: '担当センターと保険者が、居宅介護支援事業所に委託し、最終日を決められる',
    roles: ['centreStaff', 'centreManager', 'planner', 'coreCentreStaff', 'officer'],
  },
  'entrustment.receive': {
    sentence: '自分の事業所あての委託の引き継ぎを見て、受領か辞退ができる',
    roles: ['contractedCareManager'],
  },
})
