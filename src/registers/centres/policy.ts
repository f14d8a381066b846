import { policy, ROLE_NAMES } from '../../platform/access/index.ts'

export const centresPolicy = policy({
  'centre.read': {
    sentence: 'センターの一覧（名称・種別・電話）は、サインインした職員のだれでも見られる',
    roles: ROLE_NAMES,
  },
  'centre.manage': {
    sentence: 'センターを登録し、直し、終える。残っているもの（職・圏域・ブランチ・利用者の数）を見られる',
    roles: ['administrator'],
  },
})
