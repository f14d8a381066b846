import { z } from 'zod'
import { defineRule, perMille, whole } from '../../../platform/computation/index.ts'
import { product } from '../../../platform/exact/index.ts'

export const rule = defineRule({
  id: 'KYB-05',
  title: '公表された構成比の点検',
  group: '通いの場',
  meaning:
    '公表された構成比を足して100%になるかを見ます。四捨五入だけでは説明できない不足は、書かれていない区分があるしるしです。',
  formula: '不足＝100%−構成比の計。四捨五入で生じる差は、区分の数×最後のけたの半分まで',
  source: { text: '本ソフトの決め' },
  confidence: 'decided',
  limits: '0.1%まで公表された構成比に使います。どの区分が書かれていないかは、元の表で確かめてください。',
  parameters: {},
  input: z.strictObject({
    sharesPerMille: z
      .array(perMille('構成比', { max: 1000 }), '構成比: 区分ごとに並べてください。')
      .min(1, '構成比: 1つ以上を入力してください。')
      .max(100, '構成比: 100区分までです。')
      .meta({ title: '構成比', description: '区分ごとの構成比（‰。38.9%なら389）' }),
    total: whole('区分の数の計', 'か所', { help: '100%に当たる数。割合だけなら0' }),
  }),
  compute({ sharesPerMille, total }, { note, round, caution }) {
    const sum = sharesPerMille.reduce((all, one) => all + one, 0)
    const missingPerMille = 1000 - sum
    // each share is off by half a place at most
    const isComplete = Math.abs(missingPerMille) * 2 <= sharesPerMille.length
    if (!isComplete && missingPerMille > 0)
      caution(
        '計が100%に足りません。書かれていない区分があります。この構成比から計を100%として計算しないでください。',
      )
    if (!isComplete && missingPerMille < 0)
      caution('計が100%を超えています。複数回答でないか確かめてください。')
    // above 100 % nothing is missing: the answers overlap, and no number of places follows
    const missingPlaces = isComplete
      ? 0
      : missingPerMille < 0
        ? null
        : round(
            '書かれていない区分の数',
            { over: product(total, missingPerMille), under: 1000 },
            'half-up',
            1,
            'か所',
          )
    note?.({ label: '構成比の計', value: sum, unit: '‰' })
    note?.({ label: '不足', formula: '1000−構成比の計', value: missingPerMille, unit: '‰' })
    note?.({ label: '四捨五入で説明できるか', formula: '差が区分の数×0.5以内', value: isComplete })
    return { sumPerMille: sum, missingPerMille, isComplete, missingPlaces }
  },
  labels: {
    sumPerMille: '構成比の計',
    missingPerMille: '不足',
    isComplete: '四捨五入で説明できるか',
    missingPlaces: '書かれていない区分の数',
  },
  cases: [
    {
      title: '令和4年度の開催頻度: 三つの計は94.3%',
      on: '2023-04-01',
      input: { sharesPerMille: [389, 237, 317], total: 145_641 },
      value: { sumPerMille: 943, missingPerMille: 57, isComplete: false, missingPlaces: 8302 },
      source: {
        text: '介護予防・日常生活支援総合事業（地域支援事業）の実施状況に関する調査（令和4年度）',
        url: 'https://i.care-mane.com/news/entry/2024/02/29/163936',
      },
      isSecondary: true,
    },
    {
      title: '令和2年度の主な活動: 計は100.0%',
      on: '2021-04-01',
      input: { sharesPerMille: [559, 27, 154, 39, 163, 2, 16, 12, 2, 22, 4], total: 113_886 },
      value: { sumPerMille: 1000, missingPerMille: 0, isComplete: true, missingPlaces: 0 },
      source: { text: '厚生労働省老健局の研修資料（通いの場の主な内容、令和2年度）' },
    },
    {
      title: '四捨五入で説明できる不足',
      on: '2026-04-01',
      input: { sharesPerMille: [333, 666], total: 0 },
      value: { sumPerMille: 999, missingPerMille: 1, isComplete: true, missingPlaces: 0 },
    },
    {
      title: '四捨五入では説明できない不足',
      on: '2026-04-01',
      input: { sharesPerMille: [332, 666], total: 1000 },
      value: { sumPerMille: 998, missingPerMille: 2, isComplete: false, missingPlaces: 2 },
    },
    {
      title: '100%を超える',
      on: '2026-04-01',
      input: { sharesPerMille: [600, 500], total: 1000 },
      value: { sumPerMille: 1100, missingPerMille: -100, isComplete: false, missingPlaces: null },
    },
  ],
})
