import { z } from 'zod'
import { frailtyCutPoints } from '../../../law/casework/frailty-cut-points.ts'
import { choice, codesOf, defineRule } from '../../../platform/computation/index.ts'
import { FRAILTY_LABELS } from '../codes.ts'
import { frailtyCases } from '../examples/checklists.ts'
import { frailtyByTotal } from './frailty.ts'
import { asPoints, missingItems, pointList, scoredItems } from './sheet-fields.ts'

export const rule = defineRule({
  id: 'FRL-01',
  title: 'チェックリストの合計点によるフレイルの目安（研究）',
  group: '基本チェックリスト',
  meaning: '25項目の合計点を、研究の区切りに当てはめます。制度の判定（CHK-04）ではありません。',
  formula:
    '合計0～3点 健常、4～7点 プレフレイル、8点以上 フレイル（2016年の論文）。わからない項目があるときは、両端が同じ区分のときだけ',
  source: {
    text: '論文: Satake et al. 2016, Geriatr Gerontol Int',
    url: 'https://medluna.com/article/26171645',
  },
  confidence: 'seen',
  limits:
    '合計がフレイルでも基準に該当しないことがあり、健常でも該当することがあります。制度の判定と混ぜないでください。',
  parameters: { scales: frailtyCutPoints },
  labels: {
    frailty: '区分',
    ...codesOf('frailty', FRAILTY_LABELS),
    min: '最小の点',
    max: '最大の点',
  },
  input: z.strictObject({
    scoredItems,
    missingItems,
    study: choice('区切り', {
      satake2016: '2016年の論文',
      kyotoKameoka2022: '京都亀岡研究（2022年）',
    }).default('satake2016'),
  }),
  compute(sheet, { entry, note }) {
    const { value, steps } = frailtyByTotal(asPoints(pointList(sheet)), entry.scales, sheet.study)
    for (const step of steps) note?.(step)
    return { frailty: value.frailty, min: value.min, max: value.max }
  },
  cases: frailtyCases,
})
