import { z } from 'zod'
import { grantTopTenths } from '../../../law/evaluation/grants-top-shares.ts'
import { choice, defineRule } from '../../../platform/computation/index.ts'
import { firstForAllField, pointsPerStepField, sharesOf, topTenthsField } from './inputs.ts'
import { competitionRanks, stepsOfRank, thresholdRanks } from './ranks.ts'

export const rule = defineRule({
  id: 'cumulative-top-share',
  covers: ['EV-05', 'EV-06', 'EV-07'],
  title: '相対評価の得点（値から）',
  group: '交付金',
  meaning:
    '市町村ごとの値を並べ、順位の境に届いた段階の点を足します。任意の取組では、実施している市町村の値だけを並べます。境で並んだ市町村は、すべて得点します。',
  formula: '順位＝1＋（より良い値の市町村数）、得点＝1段階の配点×（順位≦順位の境 である段階の数）',
  source: { text: '交付金の評価結果一覧（得点市町村数から導いた決まり）' },
  confidence: 'secondary',
  limits:
    '値の良い方向は、指標の定義が決めます。公表された全国の結果があれば、そちらが勝ちます（これは試算です）。',
  parameters: { topTenths: grantTopTenths },
  input: z.strictObject({
    values: z
      .array(
        z.number('値: 数で入力してください。').meta({ title: '値', description: '指標の値' }),
        '値: 数の並びで入力してください。',
      )
      .min(1, '値: 1つ以上入力してください。')
      .meta({ title: '市町村ごとの値', description: '同じ指標、同じ年度の値。値のない市町村は入れません' }),
    direction: choice('良い方向', { desc: '大きいほど良い', asc: '小さいほど良い' }),
    pointsPerStep: pointsPerStepField,
    topTenths: topTenthsField,
    isFirstForAll: firstForAllField,
  }),
  compute({ values, direction, pointsPerStep, topTenths, isFirstForAll = false }, { law, note }) {
    const thresholds = thresholdRanks(values.length, sharesOf(topTenths, law, isFirstForAll), isFirstForAll)
    const ranks = competitionRanks(values, direction)
    const points = ranks.map((rank) => stepsOfRank(rank, thresholds) * pointsPerStep)
    note?.({
      label: '順位の境',
      formula: isFirstForAll ? '第1段階は母数のすべて、その先は母数×割÷10、切捨て' : '母数×割÷10、切捨て',
      inputs: { 母数: values.length },
      value: thresholds.join('、'),
      unit: '位まで',
    })
    values.forEach((value, at) => {
      note?.({
        label: `${at + 1}番目の値の得点`,
        formula: '配点×届いた段階の数',
        inputs: { 値: value, 順位: ranks[at]!, 配点: pointsPerStep },
        value: points[at]!,
        unit: '点',
      })
    })
    return { thresholdRanks: thresholds, ranks, points }
  },
  cases: [
    {
      title: 'EV-05 1位が3つ並ぶと、3つともすべての段階を得る',
      on: '2026-04-01',
      input: { values: [100, 100, 100, 90, 80, 70, 60, 50, 40, 30], direction: 'desc', pointsPerStep: 4 },
      value: {
        thresholdRanks: [7, 5, 3, 1],
        ranks: [1, 1, 1, 4, 5, 6, 7, 8, 9, 10],
        points: [16, 16, 16, 8, 8, 4, 4, 0, 0, 0],
      },
    },
    {
      title: 'EV-06 境をまたいで並ぶと、並んだすべてが得る',
      on: '2026-04-01',
      input: { values: [10, 9, 8, 7, 7, 7, 7, 7, 2, 1], direction: 'desc', pointsPerStep: 1 },
      value: {
        thresholdRanks: [7, 5, 3, 1],
        ranks: [1, 2, 3, 4, 4, 4, 4, 4, 9, 10],
        points: [4, 3, 3, 2, 2, 2, 2, 2, 0, 0],
      },
    },
    {
      title: 'EV-07 母数4、小さいほど良い',
      on: '2026-04-01',
      input: { values: [0.01, -0.02, 0.05, 0], direction: 'asc', pointsPerStep: 5, topTenths: [7, 5, 3, 1] },
      value: { thresholdRanks: [2, 2, 1, 0], ranks: [3, 1, 4, 2], points: [0, 15, 0, 10] },
    },
    {
      title: '実施市町村を母数とする指標では、最も低い値でも第1段階を得る',
      on: '2026-04-01',
      input: {
        values: [10, 9, 8, 7, 6, 5, 4, 3, 2, 1],
        direction: 'desc',
        pointsPerStep: 3,
        isFirstForAll: true,
      },
      value: {
        thresholdRanks: [10, 5, 3, 1],
        ranks: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
        points: [12, 9, 9, 6, 6, 3, 3, 3, 3, 3],
      },
    },
    {
      title: '値がなければ断る',
      on: '2026-04-01',
      input: { values: [], direction: 'asc', pointsPerStep: 1 },
      refused: { code: 'too_small', path: 'values' },
    },
  ],
})
