import { policy, ROLE_NAMES } from '../../platform/access/index.ts'

export const indicatorsPolicy = policy({
  'indicator.read': {
    sentence: '公表された統計から作った指標は、だれでも定義と出典とともに見られる',
    roles: ROLE_NAMES,
  },
  'indicator.keep-view': {
    sentence: '指標の見方に名前を付けて保存するのは、だれでもできる。直すのは保存した人だけ',
    roles: ROLE_NAMES,
  },
})
