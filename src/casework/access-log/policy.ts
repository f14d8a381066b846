import { policy } from '../../platform/access/index.ts'

export const accessLogPolicy = policy({
  'access-log.read': {
    sentence: 'だれがだれの記録を見たかは、監査担当だけが見られる。記録そのものは見られない',
    roles: ['auditor'],
  },
})
