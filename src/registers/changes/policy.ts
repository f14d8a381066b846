import { policy } from '../../platform/access/index.ts'

export const changesPolicy = policy({
  'register.changes': {
    sentence:
      '台帳（保険者・法人・センター・圏域・町・職員・職）の変更を、だれがいつ何を変えたかとともに見られる',
    roles: ['administrator'],
  },
})
