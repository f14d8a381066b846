import { policy } from '../../platform/access/index.ts'

export const usagePolicy = policy({
  'usage.read': {
    sentence: 'センターごと・月ごとの利用状況（件数だけ）とデータベースの大きさを見られる',
    roles: ['administrator'],
  },
})
