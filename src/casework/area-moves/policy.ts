import { policy } from '../../platform/access/index.ts'

export const areaMovesPolicy = policy({
  'area-move.run': {
    sentence: '圏域・センターの変更に合わせた担当替えの案を見て、まとめて引き継ぎ、一人ずつ戻せる',
    roles: ['officer'],
  },
})
