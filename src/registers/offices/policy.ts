import { policy, ROLE_NAMES } from '../../platform/access/index.ts'

export const officesPolicy = policy({
  'office.read': {
    sentence: '公表された介護事業所の一覧と、保険者がしたちがいの決定は、だれでも出典とともに見られる',
    roles: ROLE_NAMES,
  },
  'office.decide': {
    sentence: '一つの事業所番号に名称や住所がいくつもあるとき、どれを出すか、別の事業所とするかを決められる',
    roles: ['officer'],
  },
})
