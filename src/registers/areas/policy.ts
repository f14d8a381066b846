import { policy, ROLE_NAMES } from '../../platform/access/index.ts'

export const areasPolicy = policy({
  'area.read': {
    sentence: '町・日常生活圏域とその担当センターの一覧は、サインインした職員のだれでも見られる',
    roles: ROLE_NAMES,
  },
  'area.manage': {
    sentence: '圏域と町を登録し、いつからどの圏域・どのセンターかを決める。住んでいる人は数だけ見られる',
    roles: ['administrator'],
  },
})
