import { CASEWORKERS, policy } from '../../platform/access/index.ts'

const READERS = [...CASEWORKERS, 'clerk', 'certificationOfficer', 'contractedCareManager'] as const

/** How far each right reaches is the role's reach: own centres, own assignments, or the whole insurer. */
export const registrationsPolicy = policy({
  'registration.read': {
    sentence: '自分の範囲の利用者について、事業対象者の登録とその経過を見られる',
    roles: READERS,
  },
  'registration.propose': {
    sentence:
      '本人の希望を聞いて認定申請かチェックリストかを記録し、届出を受け取り、市へ登録を依頼できる。登録はできない',
    roles: [...CASEWORKERS, 'clerk', 'certificationOfficer'],
  },
  'registration.decide': {
    sentence:
      '市町村として、登録の依頼を受理・差戻しし、事業対象者を登録し、証の再交付と国保連への連絡を記録し、登録を終えられる',
    roles: ['officer'],
  },
  'registration.export': {
    sentence: '事業対象者の登録台帳をファイルに書き出せる。書き出した全員が監査に残る',
    roles: ['centreManager', 'coreCentreStaff', 'officer', 'districtNurse', 'certificationOfficer'],
  },
})
