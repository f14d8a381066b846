import { CASEWORKERS, policy } from '../access/index.ts'

export const taskPolicy = policy({
  'task.load': {
    sentence: '自分のセンターの職員ごとに、これから14日間の予定の件数を見て、別の日に移せる',
    roles: ['centreManager', 'coreCentreStaff'],
  },
  'task.work': {
    sentence:
      '自分の予定と期限を見て、完了・延期・引き継ぎができる。担当センターの予定は同じセンターの職員も扱える',
    roles: [...CASEWORKERS, 'clerk', 'certificationOfficer', 'contractedCareManager', 'coordinator'],
  },
})
