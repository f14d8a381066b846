import type { Dated, Source } from '../types.ts'

const GUIDE: Source = { text: '平均自立期間の算定方法の指針（厚生労働科学研究、2008年）' }

export interface HealthSpanMethod {
  groupYears: number
  /** begin of the last group: two ways of dividing the old are known */
  lastGroupYears: readonly number[]
  /** the groups before this age have no share in need of care; one pooled share until the next */
  careFromYears: number
  careByGroupFromYears: number
  /** ages the result is given at */
  atYears: readonly number[]
  radix: number
  /** share of the interval lived by those who die in it: the first group, the others */
  livedFirstPerMille: number
  livedPerMille: number
  /** 1.960: how many standard errors the interval of 95 % reaches */
  intervalPerMille: number
}

/** 平均自立期間 (HLS-01): Chiang's abridged life table with Sullivan's shares. */
export const healthSpanMethod: Dated<HealthSpanMethod> = {
  id: 'evaluation.health-span.method',
  title: '平均自立期間の計算の定数',
  unit: '年、歳、人、‰',
  labels: {
    groupYears: '年齢階級の幅（年）',
    lastGroupYears: '最後の階級の始まり（歳）',
    careFromYears: '介護の割合を見始める年齢（歳）',
    careByGroupFromYears: '階級ごとに見始める年齢（歳）',
    atYears: '結果を示す年齢（歳）',
    radix: '生命表の出発の人数',
    livedFirstPerMille: '最初の階級で死亡者が生きた割合（‰）',
    livedPerMille: 'ほかの階級で死亡者が生きた割合（‰）',
    intervalPerMille: '95%の幅（標準誤差の何倍か、0.001）',
  },
  history: [
    {
      from: '2008-01-01',
      value: {
        groupYears: 5,
        lastGroupYears: [85, 95],
        careFromYears: 40,
        careByGroupFromYears: 65,
        atYears: [0, 65],
        radix: 100_000,
        livedFirstPerMille: 100,
        livedPerMille: 500,
        intervalPerMille: 1960,
      },
      source: GUIDE,
      confidence: 'recalled',
      note: '年齢区分と式は指針によるものと記憶しています。死亡した人が区間で生きた割合は、近い年の完全生命表の値を入力するのが本来で、ここにあるのは入力がないときの値です。',
    },
  ],
  checkedOn: '2026-11-22',
}

export interface HealthSpanLimits {
  /** both sexes; below, no value */
  floorPersons: number
  /** both sexes; below, only with pooled years or joined areas */
  cautionPersons: number
  /** of one sex, over all pooled years */
  leastDeaths: number
}

/** From how many people on a value is shown. */
export const healthSpanLimits: Dated<HealthSpanLimits> = {
  id: 'evaluation.health-span.limits',
  title: '平均自立期間を示す人口と死亡数の下限',
  unit: '人、件',
  labels: {
    floorPersons: '値を示す下限（男女計、人）',
    cautionPersons: '注意して示す下限（男女計、人）',
    leastDeaths: '死亡数の下限（男女別、件）',
  },
  history: [
    {
      from: '2008-01-01',
      value: { floorPersons: 12_000, cautionPersons: 30_000, leastDeaths: 50 },
      source: {
        text: '本ソフトの決め（12,000人は、65歳の平均自立期間を調べた2025年の研究が除いた人口。厚生の指標72(2)）',
      },
      confidence: 'decided',
      note: '国の決まりではありません。指針も、人口の少ないところでは注意するよう述べています。',
    },
  ],
  checkedOn: '2026-11-22',
}
