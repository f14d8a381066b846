import { CASEWORKERS, policy } from '../access/index.ts'

export const journalPolicy = policy({
  'journal.own': {
    sentence: '自分の業務日誌を見ることができる',
    roles: [...CASEWORKERS, 'clerk', 'certificationOfficer', 'contractedCareManager', 'coordinator'],
  },
})
