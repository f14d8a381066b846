import { policy, ROLE_NAMES } from '../access/index.ts'

export const jobsPolicy = policy({
  'job.own': { sentence: '自分が始めた処理の進み具合を見て、中止できる', roles: ROLE_NAMES },
})
