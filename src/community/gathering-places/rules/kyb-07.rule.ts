import { z } from 'zod'
import { gatheringPlacesTolerance } from '../../../law/community/gathering-places.ts'
import { defineRule, perMyriad, persons } from '../../../platform/computation/index.ts'
import { product } from '../../../platform/exact/index.ts'
import { aged65 } from './fields.ts'

const SURVEY_R4 = {
  text: '介護予防・日常生活支援総合事業（地域支援事業）の実施状況に関する調査（令和4年度）。分母は令和2年度の概数',
  url: 'https://i.care-mane.com/news/entry/2024/02/29/163936',
}

export const rule = defineRule({
  id: 'KYB-07',
  title: '公表された参加率の点検',
  group: '通いの場',
  meaning:
    '印刷された参加率が、参加者の実人数÷65歳以上人口とほぼ合うかを見ます。取り込みの前の点検に使います。',
  formula: '差＝|印刷された率−実人数÷人口|。計算した率の2%と最後のけたの半分の和を超えたら「合わない」',
  source: { text: '本ソフトの決め' },
  confidence: 'decided',
  limits:
    '分母の人口がどの日のものかで1%ほど違うので、その幅は許します。合っていても、正しいとは限りません。',
  parameters: { tolerance: gatheringPlacesTolerance },
  input: z.strictObject({
    participants: persons('参加者の実人数'),
    population65: aged65,
    printedPerMyriad: perMyriad('印刷された参加率', { max: 10_000, help: '印刷された参加率。6.2%なら620' }),
  }),
  compute({ participants, population65, printedPerMyriad }, { law, entry, note, round, caution }) {
    const computedPerMyriad = round(
      '計算した参加率',
      { over: product(participants, 10_000), under: population65 },
      'half-up',
      1,
      '‱',
    )
    const { ofRatePerMille, roundingPerMyriad } = law.tolerance
    const differencePerMyriad = printedPerMyriad - computedPerMyriad
    const isPlausible =
      Math.abs(differencePerMyriad) * 1000 <= computedPerMyriad * ofRatePerMille + roundingPerMyriad * 1000
    if (!isPlausible)
      caution(
        '印刷された率は、実人数と人口から求めた率と合いません。元の資料を確かめるまで使わないでください。',
      )
    note?.({
      label: '計算した参加率',
      formula: '参加者の実人数÷65歳以上人口',
      inputs: { 参加者: participants, '65歳以上人口': population65 },
      value: computedPerMyriad,
      unit: '‱',
    })
    note?.({
      label: '印刷された率とほぼ合うか',
      inputs: { 印刷された率: printedPerMyriad, 差: differencePerMyriad },
      value: isPlausible,
      source: entry.tolerance.source,
      confidence: entry.tolerance.confidence,
    })
    return { computedPerMyriad, differencePerMyriad, isPlausible }
  },
  labels: { computedPerMyriad: '計算した参加率', differencePerMyriad: '差', isPlausible: 'ほぼ合うか' },
  cases: [
    {
      title: '令和4年度「高齢者の2.3%」という記事は、合わない',
      on: '2024-04-01',
      input: { participants: 2_227_658, population65: 36_030_000, printedPerMyriad: 230 },
      value: { computedPerMyriad: 618, differencePerMyriad: -388, isPlausible: false },
      source: SURVEY_R4,
      isSecondary: true,
    },
    {
      title: '令和4年度 6.2%',
      on: '2024-04-01',
      input: { participants: 2_227_658, population65: 36_030_000, printedPerMyriad: 620 },
      value: { computedPerMyriad: 618, differencePerMyriad: 2, isPlausible: true },
      source: SURVEY_R4,
      isSecondary: true,
    },
    ...[520, 530].map((printedPerMyriad) => ({
      title: `令和2年度 ${printedPerMyriad / 100}%: 分母の違いの内`,
      on: '2022-04-01',
      input: { participants: 1_884_745, population65: 36_030_000, printedPerMyriad },
      value: { computedPerMyriad: 523, differencePerMyriad: printedPerMyriad - 523, isPlausible: true },
      source: {
        text: '介護予防・日常生活支援総合事業（地域支援事業）の実施状況に関する調査（令和2年度）。分母は概数',
      },
      isSecondary: true,
    })),
    ...(
      [
        ['許す幅ちょうど上', 515, true],
        ['許す幅より1‱上', 516, false],
        ['許す幅ちょうど下', 485, true],
        ['許す幅より1‱下', 484, false],
      ] as const
    ).map(([title, printedPerMyriad, isPlausible]) => ({
      title: `${title}（架空、5%に対して0.1＋0.05ポイント）`,
      on: '2026-04-01',
      input: { participants: 500, population65: 10_000, printedPerMyriad },
      value: { computedPerMyriad: 500, differencePerMyriad: printedPerMyriad - 500, isPlausible },
    })),
  ],
})
