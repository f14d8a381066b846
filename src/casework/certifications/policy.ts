import { CASEWORKERS, policy } from '../../platform/access/index.ts'

const READERS = [...CASEWORKERS, 'clerk', 'certificationOfficer', 'contractedCareManager'] as const

/** How far each right reaches is the role's reach: own centres, own assignments, or the whole insurer. */
export const certificationsPolicy = policy({
  'certification.read': {
    sentence: '自分の範囲の利用者の要介護認定と、更新の対象者の一覧を見られる',
    roles: READERS,
  },
  'certification.enter': {
    sentence: '認定の申請（代行を含む）と、被保険者証で確かめた認定を記録できる。決定は記録できない',
    roles: [...CASEWORKERS, 'clerk', 'certificationOfficer'],
  },
  'certification.decide': {
    sentence: '保険者として、認定の決定・却下・取消・延期通知を記録できる',
    roles: ['officer', 'certificationOfficer'],
  },
  'certification.export': {
    sentence: '更新の対象者の一覧をファイルに書き出せる。書き出した全員が監査に残る',
    roles: ['centreManager', 'coreCentreStaff', 'officer', 'districtNurse', 'certificationOfficer'],
  },
})
