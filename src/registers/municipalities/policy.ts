import { policy, ROLE_NAMES } from '../../platform/access/index.ts'

export const municipalitiesPolicy = policy({
  'boundary.read': {
    sentence: '公表された行政区域の境界は、だれでも出典とともに見られる',
    roles: ROLE_NAMES,
  },
})
