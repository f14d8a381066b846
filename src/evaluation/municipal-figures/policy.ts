import { policy, ROLE_NAMES } from '../../platform/access/index.ts'

export const municipalFiguresPolicy = policy({
  'municipal-figure.read': {
    sentence: '市が公表する小さな統計は、だれでも出典とともに見られる',
    roles: ROLE_NAMES,
  },
})
