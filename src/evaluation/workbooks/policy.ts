import { policy } from '../../platform/access/index.ts'

export const workbooksPolicy = policy({
  'workbook.read': {
    sentence: '国や県、市の Excel 様式と、その対応づけ、記入した控えを見られる',
    roles: ['officer'],
  },
  'workbook.fill': {
    sentence: 'Excel 様式を預け、セルに数を対応づけ、記入したファイルを受け取れる。人ごとの記録は入らない',
    roles: ['officer'],
  },
})
