import { policy, ROLE_NAMES } from '../../platform/access/index.ts'

export const statisticsPolicy = policy({
  'statistics.read': { sentence: '公表された統計は、だれでも出典とともに見られる', roles: ROLE_NAMES },
})
