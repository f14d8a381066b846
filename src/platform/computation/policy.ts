import { policy, ROLE_NAMES } from '../access/index.ts'

export const rulePolicy = policy({
  'rule.run': {
    sentence: '法令と通知の計算の決まりを、式・出典・日付ごとの数値とともに見て、自分の数字で試算できる',
    roles: ROLE_NAMES,
  },
})
