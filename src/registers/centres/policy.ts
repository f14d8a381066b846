import { policy, ROLE_NAMES } from '../../platform/access/index.ts'

export const centresPolicy = policy({
  'centre.read': {
    sentence: 'センターの一覧（名称・種別・電話）は、サインインした職員のだれでも見られる',
    roles: ROLE_NAMES,
  },
})
