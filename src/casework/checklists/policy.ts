import { CASEWORKERS, policy } from '../../platform/access/index.ts'

const readers = [...CASEWORKERS, 'clerk', 'certificationOfficer', 'contractedCareManager'] as const

export const checklistPolicy = policy({
  'checklist.read': {
    sentence: '担当する方の基本チェックリストと判定案を見て、印刷できる。委託先は割り当てられた方に限る',
    roles: readers,
  },
  'checklist.list': {
    sentence: '自分の範囲の基本チェックリストを一覧にできる',
    roles: readers,
  },
  'checklist.write': {
    sentence:
      '基本チェックリストを記録し、直し、理由を添えて取り下げられる。事務も入力でき、委託先は割り当てられた方に限る',
    roles: [...CASEWORKERS, 'clerk', 'contractedCareManager'],
  },
  'checklist.bulk': {
    sentence: '基本チェックリストを表に貼り付けて、まとめて入力できる',
    roles: [...CASEWORKERS, 'clerk'],
  },
  'checklist.confirm': {
    sentence: '判定案を確認し、違うときは理由を添えて自分の判定を記録できる（事業対象者の登録ではない）',
    roles: CASEWORKERS,
  },
  'checklist.history': {
    sentence: '基本チェックリストの変更の経過を見られる',
    roles: [...CASEWORKERS, 'certificationOfficer'],
  },
  'checklist.export': {
    sentence: '基本チェックリストの一覧をファイルに書き出せる。書き出した方の全員が監査に残る',
    roles: ['centreManager', 'coreCentreStaff', 'officer', 'districtNurse'],
  },
  'import.checklists': {
    sentence: '基本チェックリストのファイルを読み込める',
    roles: ['officer'],
  },
})
