import { policy, ROLE_NAMES } from '../../platform/access/index.ts'

export const mappedFiguresPolicy = policy({
  'mapped-figure.read': {
    sentence: '様式のない統計から読み込んだ公表の数は、だれでも出典とともに見られる',
    roles: ROLE_NAMES,
  },
})
