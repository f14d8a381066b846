import { policy } from '../../platform/access/index.ts'

export const settingsPolicy = policy({
  'setting.read': {
    sentence: '保険者の設定とその根拠は、センターと保険者の職員、管理者、監査担当が見られる',
    roles: [
      'centreStaff',
      'centreManager',
      'planner',
      'clerk',
      'coreCentreStaff',
      'dementiaPromoter',
      'coordinator',
      'officer',
      'districtNurse',
      'certificationOfficer',
      'auditor',
      'administrator',
    ],
  },
  'setting.write': {
    sentence: '保険者の設定を決めるのは保険者職員、サインインの守りはシステム管理者だけである',
    roles: ['officer', 'administrator'],
  },
  'setting.propose': {
    sentence: '金額や資格にかかわる設定は、保険者職員が根拠の条例をつけて提案する',
    roles: ['officer'],
  },
  'setting.approve': {
    sentence: '提案された設定は、提案した人とは別の保険者職員が承認するか差し戻す',
    roles: ['officer'],
  },
})
