import { CASEWORKERS, policy } from '../access/index.ts'

export const taskPolicy = policy({
  'task.work': {
    sentence:
      '自分の予定と期限を見て、完了・延期・引き継ぎができる。担当センターの予定は同じセンターの職員も扱える',
    roles: [...CASEWORKERS, 'clerk', 'certificationOfficer', 'contractedCareManager', 'coordinator'],
  },
})
