import { policy, ROLE_NAMES } from '../../platform/access/index.ts'

export const insurersPolicy = policy({
  'insurer.read': {
    sentence: '自分の保険者の名称と種別は、サインインした職員のだれでも見られる',
    roles: ROLE_NAMES,
  },
})
