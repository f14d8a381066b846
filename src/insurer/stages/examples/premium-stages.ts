import type { RuleCase } from '../../../platform/computation/index.ts'

interface Asked {
  baseAnnualYen: number
  stages?: { stage: number; ratioPerMille: number; reducedRatioPerMille?: number | null }[]
  rounding: { unitYen: number; direction: 'down' | 'half-up' | 'up' | 'none' }
  roundOn?: 'annual' | 'monthly'
}
type Case = RuleCase<Asked>

const on = '2024-04-01'
const NINTH_REDUCED = [285, 485, 685]

/** A published table: ratios from stage 1 on and the amounts printed beside them. */
const published = (
  title: string,
  url: string,
  {
    baseAnnualYen,
    rounding,
    ratios,
    amounts,
  }: Omit<Asked, 'stages'> & { ratios: number[]; amounts: number[] },
): Case => ({
  title,
  on,
  input: {
    baseAnnualYen,
    rounding,
    stages: ratios.map((ratioPerMille, i) => ({ stage: i + 1, ratioPerMille })),
  },
  value: { stages: amounts.map((annualYen, i) => ({ stage: i + 1, annualYen })) },
  source: { text: title, url },
})

const one = (title: string, rest: Omit<Asked, 'stages'>, ratioPerMille: number, annualYen: number): Case => ({
  title,
  on,
  input: { ...rest, stages: [{ stage: 1, ratioPerMille }] },
  value: { stages: [{ stage: 1, annualYen }] },
})

const NINE = [500, 750, 750, 900, 1000, 1200, 1300, 1500, 1700]
const THIRTEEN = [455, 685, 690, 900, 1000, 1200, 1300, 1500, 1700, 1900, 2100, 2300, 2400]
/** No table entered: that of the nation on the day. A base of 72,000 yen leaves no fraction. */
const national = (day: string, ratios: readonly number[], reduced: readonly number[]): Case => ({
  title: `段階の表を入力しなければ、${day}の国の標準`,
  on: day,
  input: { baseAnnualYen: 72_000, rounding: { unitYen: 1, direction: 'none' } },
  value: {
    stages: ratios.map((ratio, i) => ({
      stage: i + 1,
      annualYen: ratio * 72,
      ...(reduced[i] === undefined ? {} : { reducedAnnualYen: reduced[i] * 72 }),
    })),
  },
})

export const premiumStagesCases: readonly Case[] = [
  published(
    '佐伯市 第9期（軽減後、10円未満切捨て）',
    'https://www.city.saiki.oita.jp/kiji0032181/index.html',
    {
      baseAnnualYen: 69_600,
      rounding: { unitYen: 10, direction: 'down' },
      ratios: [...NINTH_REDUCED, 900],
      amounts: [19_830, 33_750, 47_670, 62_640],
    },
  ),
  published('和歌山県美浜町 第9期（端数なし）', 'http://www.town.wakayama-mihama.lg.jp/docs/2014011800472/', {
    baseAnnualYen: 72_000,
    rounding: { unitYen: 1, direction: 'none' },
    ratios: [...NINTH_REDUCED, 900, 1000, 1200, 1300, 1500, 1700, 1900],
    amounts: [20_520, 34_920, 49_320, 64_800, 72_000, 86_400, 93_600, 108_000, 122_400, 136_800],
  }),
  published('嘉麻市 第9期（端数なし）', 'https://www.city.kama.lg.jp/site/kaigohoken/29728.html', {
    baseAnnualYen: 78_000,
    rounding: { unitYen: 1, direction: 'none' },
    ratios: [285, 485],
    amounts: [22_230, 37_830],
  }),
  published(
    '会津坂下町 第6期（100円未満切上げ）',
    'http://www.town.aizubange.fukushima.jp/soshiki/27/57.html',
    {
      baseAnnualYen: 73_200,
      rounding: { unitYen: 100, direction: 'up' },
      ratios: [450, 750, 750, 900, 1000, 1200, 1300],
      amounts: [33_000, 54_900, 54_900, 65_900, 73_200, 87_900, 95_200],
    },
  ),
  {
    title: '阿賀町 第9期（軽減前と軽減後）',
    on,
    input: {
      baseAnnualYen: 74_400,
      rounding: { unitYen: 1, direction: 'none' },
      stages: [
        { stage: 1, ratioPerMille: 455, reducedRatioPerMille: 285 },
        { stage: 2, ratioPerMille: 685, reducedRatioPerMille: 485 },
        { stage: 3, ratioPerMille: 690, reducedRatioPerMille: 685 },
        { stage: 4, ratioPerMille: 900 },
        { stage: 5, ratioPerMille: 1000, reducedRatioPerMille: null },
      ],
    },
    value: {
      stages: [
        { stage: 1, annualYen: 33_852, reducedAnnualYen: 21_204 },
        { stage: 2, annualYen: 50_964, reducedAnnualYen: 36_084 },
        { stage: 3, annualYen: 51_336, reducedAnnualYen: 50_964 },
        { stage: 4, annualYen: 66_960 },
        { stage: 5, annualYen: 74_400 },
      ],
    },
    source: {
      text: '阿賀町 介護保険料（第1段階の割合は0.445と印刷されているが、額は0.455のもの）',
      url: 'https://town.aga.niigata.jp/kenko_iryo_fukushi/koreisha_kaigo/kaigo/2512.html',
    },
  },
  {
    title: '同じ段階が、軽減前と軽減後の2行でもよい',
    on,
    input: {
      baseAnnualYen: 74_400,
      rounding: { unitYen: 1, direction: 'none' },
      stages: [
        { stage: 1, ratioPerMille: 455 },
        { stage: 1, ratioPerMille: 285 },
      ],
    },
    value: {
      stages: [
        { stage: 1, annualYen: 33_852 },
        { stage: 1, annualYen: 21_204 },
      ],
    },
  },
  national('2018-04-01', NINE, [450]),
  national('2023-04-01', NINE, [300, 500, 700]),
  national('2024-04-01', THIRTEEN, NINTH_REDUCED),
  national('2027-04-01', THIRTEEN, NINTH_REDUCED),
  {
    title: '軽減後の割合が軽減前より高い',
    on,
    input: {
      baseAnnualYen: 72_000,
      rounding: { unitYen: 1, direction: 'none' },
      stages: [{ stage: 1, ratioPerMille: 455, reducedRatioPerMille: 800 }],
    },
    refused: { code: 'reduced-above', path: 'stages.0.reducedRatioPerMille' },
  },
  one(
    '月額を10円単位に切り上げて12倍する',
    { baseAnnualYen: 70_000, rounding: { unitYen: 10, direction: 'up' }, roundOn: 'monthly' },
    285,
    20_040,
  ),
  one(
    '年額の1円未満を切り捨てる',
    { baseAnnualYen: 70_001, rounding: { unitYen: 1, direction: 'down' } },
    285,
    19_950,
  ),
  one(
    '年額を100円単位に四捨五入: 50円は切り上がる',
    { baseAnnualYen: 69_950, rounding: { unitYen: 100, direction: 'half-up' } },
    1000,
    70_000,
  ),
  one(
    '年額を100円単位に四捨五入: 49円は切り捨て',
    { baseAnnualYen: 69_949, rounding: { unitYen: 100, direction: 'half-up' } },
    1000,
    69_900,
  ),
  {
    title: '端数処理なしで端数の出る段階は断る',
    on,
    input: {
      baseAnnualYen: 70_001,
      rounding: { unitYen: 1, direction: 'none' },
      stages: [
        { stage: 5, ratioPerMille: 1000 },
        { stage: 1, ratioPerMille: 285 },
      ],
    },
    refused: { code: 'inexact', path: 'stages.1.ratioPerMille' },
  },
]
