import { z } from 'zod'
import { lowScoreDeviations } from '../../../law/evaluation/grants-low-score.ts'
import { grantScalePoints } from '../../../law/evaluation/grants-scale.ts'
import { defineRule, refuse, whole } from '../../../platform/computation/index.ts'
import { product } from '../../../platform/exact/index.ts'

const MILLION = 1_000_000 // number: six decimals of the mean rate

export const rule = defineRule({
  id: 'low-score-line',
  covers: ['EV-15'],
  title: '著しく得点の低い市町村の線',
  group: '交付金',
  meaning:
    '都道府県の評価（推進Ⅰ2オ）で「著しく得点の低い市町村」とされる得点の線と、それより低い市町村です。',
  formula: '（平均得点率−2×標準偏差÷満点）×満点＝平均得点率×満点−2×標準偏差',
  source: { text: '交付金の評価指標（都道府県分）推進Ⅰ2オ（令和8年度。二次資料による転記）' },
  confidence: 'secondary',
  limits:
    '線を0.1点に丸めるのは表示のためで、低いかどうかは丸める前の線で比べます。線と同じ得点は、低いとしません。',
  parameters: { deviations: lowScoreDeviations, scale: grantScalePoints },
  input: z.strictObject({
    meanRateMillionths: whole('平均得点率', '（100万分の1）', { max: MILLION, help: '0.568908 は 568908' }),
    standardDeviationHundredths: whole('標準偏差', '（100分の1点）', { max: MILLION, help: '87.70 は 8770' }),
    maxPoints: whole('満点', '点', { min: 1, max: 10_000, help: '省くとその年度の満点' }).optional(),
    scores: z
      .array(
        z
          .strictObject({
            id: z
              .string()
              .min(1, '市町村: 名前か番号を入れてください。')
              .meta({ title: '市町村', description: '名前か番号' }),
            points: whole('得点', '点', { max: 10_000 }),
          })
          .meta({ title: '市町村の得点', description: '市町村と得点' }),
        '市町村の得点: 並びで入力してください。',
      )
      .optional()
      .meta({ title: '市町村の得点', description: '線より低い市町村を選び出すとき' }),
  }),
  compute(
    { meanRateMillionths, standardDeviationHundredths, maxPoints, scores = [] },
    { law, entry, note, round },
  ) {
    const ids = scores.map(({ id }) => id)
    const twice = ids.findIndex((id, at) => ids.indexOf(id) < at)
    if (twice >= 0)
      refuse(
        'municipality-twice',
        `scores.${twice}.id`,
        `市町村の得点: ${ids[twice]} が2回あります。1つにしてください。`,
      )
    const max = maxPoints ?? law.scale.municipality
    // in millionths of a point: hundredths of the deviation are 10,000 of them
    const over =
      BigInt(product(meanRateMillionths, max)) -
      BigInt(product(law.deviations, standardDeviationHundredths, 10_000))
    const lineTenths = round('線（0.1点）', { over: over * 10n, under: MILLION }, 'half-up', 1, '（0.1点）')
    note?.({
      label: '著しく得点の低い市町村の線',
      formula: '平均得点率×満点−倍数×標準偏差',
      inputs: {
        平均得点率の100万分の1: meanRateMillionths,
        満点: max,
        倍数: law.deviations,
        標準偏差の100分の1: standardDeviationHundredths,
      },
      value: lineTenths / 10,
      unit: '点',
      source: entry.deviations.source,
      confidence: entry.deviations.confidence,
    })
    const below = scores.filter(({ points }) => BigInt(points) * BigInt(MILLION) < over).map(({ id }) => id)
    return { lineTenths, below }
  },
  cases: [
    {
      title: 'EV-15 令和8年度は279.7点。267点は低く、315点は低くない',
      on: '2026-04-01',
      input: {
        meanRateMillionths: 568_908,
        standardDeviationHundredths: 8770,
        scores: [
          { id: '甲（架空）', points: 267 },
          { id: '乙（架空）', points: 315 },
          { id: '丙（架空）', points: 279 },
          { id: '丁（架空）', points: 280 },
        ],
      },
      value: { lineTenths: 2797, below: ['甲（架空）', '丙（架空）'] },
      source: { text: '交付金の評価結果一覧（令和8年度。計画作成者の作業記録による転記）' },
      isSecondary: true,
    },
    {
      title: '線と同じ得点は、低いとしない',
      on: '2026-04-01',
      input: {
        meanRateMillionths: 500_000,
        standardDeviationHundredths: 10_000,
        maxPoints: 800,
        scores: [
          { id: '線の上（架空）', points: 200 },
          { id: '線の下（架空）', points: 199 },
        ],
      },
      value: { lineTenths: 2000, below: ['線の下（架空）'] },
    },
    {
      title: '同じ市町村が2回あれば断る',
      on: '2026-04-01',
      input: {
        meanRateMillionths: 500_000,
        standardDeviationHundredths: 10_000,
        scores: [
          { id: '甲（架空）', points: 100 },
          { id: '乙（架空）', points: 100 },
          { id: '甲（架空）', points: 300 },
        ],
      },
      refused: { code: 'municipality-twice', path: 'scores.2.id' },
    },
    {
      title: '令和7年度の線の決まりは確かめていない',
      on: '2026-03-31',
      input: { meanRateMillionths: 500_000, standardDeviationHundredths: 10_000 },
      refused: { code: 'no-value-in-force' },
    },
    {
      title: '令和9年度の線の決まりも確かめていない',
      on: '2027-04-01',
      input: { meanRateMillionths: 500_000, standardDeviationHundredths: 10_000, maxPoints: 800 },
      refused: { code: 'no-value-in-force' },
    },
  ],
})
