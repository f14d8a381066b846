import { policy, ROLE_NAMES } from '../../platform/access/index.ts'

export const lawValuesPolicy = policy({
  'law-value.read': {
    sentence: '制度の数値とその出典、確認の記録は、どの職員も見られる',
    roles: ROLE_NAMES,
  },
  'law-value.confirm': {
    sentence: '制度の数値の出典を確かめて名前を残し、また取り消すのは、保険者職員だけである',
    roles: ['officer'],
  },
})
