import { policy, ROLE_NAMES } from '../../platform/access/index.ts'

export const facilitiesPolicy = policy({
  'facility.read': {
    sentence: '公表された施設・場所の一覧は、サインインした職員のだれでも見て、書き出せる',
    roles: ROLE_NAMES,
  },
})
