import { z } from 'zod'
import { grantPopulation } from '../../../law/evaluation/grants-population.ts'
import { grantTopTenths } from '../../../law/evaluation/grants-top-shares.ts'
import { defineRule, refuse, whole } from '../../../platform/computation/index.ts'
import { firstForAllField, pointsPerStepField, populationField, sharesOf, topTenthsField } from './inputs.ts'
import { stepsOfRank, thresholdRanks } from './ranks.ts'

export const rule = defineRule({
  id: 'rank-to-points',
  covers: ['EV-09'],
  title: '順位から得点',
  group: '交付金',
  meaning: '公表された順位から、相対評価の指標（今年度の評価得点など）の得点を出します。',
  formula: '得点＝1段階の配点×（順位≦順位の境 である段階の数）',
  source: { text: '交付金の評価結果一覧（順位と得点の組から確かめた決まり）' },
  confidence: 'secondary',
  limits:
    '「今年度の評価得点」は同じ年度の順位を使うので、この得点を含むかどうかで順位が変わりえます。国の扱いは公表されていません。',
  parameters: { topTenths: grantTopTenths, population: grantPopulation },
  input: z.strictObject({
    rank: whole('順位', '位', { min: 1 }),
    populationSize: populationField.optional(),
    pointsPerStep: pointsPerStepField,
    topTenths: topTenthsField,
    isFirstForAll: firstForAllField,
  }),
  compute({ rank, populationSize, pointsPerStep, topTenths, isFirstForAll = false }, { law, entry, note }) {
    if (isFirstForAll && populationSize === undefined)
      refuse(
        'implementers-needed',
        'populationSize',
        '母数: 実施している市町村の数を入れてください。全国の市町村の数とは違う母数です。',
      )
    const size = populationSize ?? law.population.municipalities
    if (rank > size)
      refuse(
        'rank-above-population',
        'rank',
        `順位: ${rank}位は、母数（${size}）より大きくなっています。順位か母数を確かめてください。`,
      )
    const thresholds = thresholdRanks(size, sharesOf(topTenths, law, isFirstForAll), isFirstForAll)
    const steps = stepsOfRank(rank, thresholds)
    note?.({
      label: '得点',
      formula: '配点×届いた段階の数',
      inputs: {
        順位: rank,
        母数: size,
        順位の境: thresholds.join('、'),
        配点: pointsPerStep,
        段階の数: steps,
      },
      value: steps * pointsPerStep,
      unit: '点',
      ...(topTenths ? {} : { source: entry.topTenths.source, confidence: entry.topTenths.confidence }),
    })
    return { steps, points: steps * pointsPerStep }
  },
  cases: [
    ...(
      [
        [696, 2, '川崎町（宮城県）令和6年度 今年度の評価得点'],
        [366, 3, '川崎町（宮城県）令和8年度 今年度の評価得点'],
        [1218, 1],
        [1219, 0],
        [870, 2],
        [871, 1],
        [522, 3],
        [523, 2],
        [174, 4],
        [175, 3],
      ] as const
    ).map(([rank, steps, town]) => ({
      title: `EV-09 ${rank}位${town ? `（${town}）` : ''}`,
      on: town?.includes('令和6') ? '2024-04-01' : '2026-04-01',
      input: { rank, pointsPerStep: 3, ...(town ? {} : { populationSize: 1741 }) },
      value: { steps, points: steps * 3 },
      ...(town && {
        source: { text: '交付金の評価結果一覧（計画作成者の作業記録による転記）' },
        isSecondary: true,
      }),
    })),
    ...(
      [
        [960, 1],
        [481, 1],
        [480, 2],
        [288, 3],
        [96, 4],
      ] as const
    ).map(([rank, steps]) => ({
      title: `実施市町村960のうち${rank}位は${steps}段階`,
      on: '2024-04-01',
      input: { rank, populationSize: 960, pointsPerStep: 1, isFirstForAll: true },
      value: { steps, points: steps },
    })),
    {
      title: '実施市町村の割合を入れても、最下位は第1段階を得る',
      on: '2024-04-01',
      input: {
        rank: 960,
        populationSize: 960,
        pointsPerStep: 1,
        topTenths: [5, 3, 1],
        isFirstForAll: true,
      },
      value: { steps: 1, points: 1 },
    },
    {
      title: '実施市町村の数がなければ、全国の数で代えない',
      on: '2024-04-01',
      input: { rank: 1, pointsPerStep: 1, isFirstForAll: true },
      refused: { code: 'implementers-needed', path: 'populationSize' },
    },
    {
      title: '令和9年度の母数は確かめていない',
      on: '2027-04-01',
      input: { rank: 1, pointsPerStep: 3, topTenths: [7] },
      refused: { code: 'no-value-in-force' },
    },
    {
      title: '令和9年度も、母数と割合を入れれば計算できる（架空）',
      on: '2027-04-01',
      input: { rank: 7, populationSize: 10, pointsPerStep: 3, topTenths: [7, 5] },
      value: { steps: 1, points: 3 },
    },
  ],
})
