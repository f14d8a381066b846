import type { Dated } from '../types.ts'

export interface TrendRule {
  /** how far the rate of a cell may move from the rate of the base year, both ways */
  clampPerMille: number
  /** years over which a trend moves; after them the rate is held */
  planYears: number
  /** Δ by option: rate of the later year − rate of the earlier one, by the years between; years before the base year */
  options: Readonly<Record<TrendOption, { later: number; earlier: number; isNational: boolean }>>
}
export const TREND_OPTIONS = {
  'five-years': '5年前から基準年までの平均',
  'last-year': '前年から基準年まで',
  'two-years': '2年前から基準年までの平均',
  'year-before': '2年前から前年まで',
  'national-year-before': '全国の2年前から前年まで',
} as const
export type TrendOption = keyof typeof TREND_OPTIONS

/** 自然体の認定率: how far and how long the trend of a cell runs. */
export const trendRule: Dated<TrendRule> = {
  id: 'insurer.projection.trend',
  title: '認定率の自然体推計の幅と年数',
  unit: '‰（基準年の認定率に対する幅）、年',
  labels: {
    clampPerMille: '認定率の動きの幅（‰）',
    planYears: '動かす年数',
    options: '選べる伸び',
    'five-years': '5年前から基準年までの平均',
    'last-year': '前年から基準年まで',
    'two-years': '2年前から基準年までの平均',
    'year-before': '2年前から前年まで',
    'national-year-before': '全国の2年前から前年まで',
    later: '新しいほうの年（何年前）',
    earlier: '古いほうの年（何年前）',
    isNational: '全国の値を使う',
  },
  history: [
    {
      from: '2026-04-01',
      to: '2029-03-31', // the year in which 第11期 is projected begins the day after
      value: {
        clampPerMille: 100,
        planYears: 3,
        options: {
          'five-years': { later: 0, earlier: 5, isNational: false },
          'last-year': { later: 0, earlier: 1, isNational: false },
          'two-years': { later: 0, earlier: 2, isNational: false },
          'year-before': { later: 1, earlier: 2, isNational: false },
          'national-year-before': { later: 1, earlier: 2, isNational: true },
        },
      },
      source: {
        text: '地域包括ケア「見える化」システム 将来推計（第10期。計画作成の実務資料による。町の合計を再現して確かめた）',
      },
      confidence: 'secondary',
      note: '第10期の推計の決まりです。それより前の期の推計の決まりは登録していません。',
    },
  ],
  checkedOn: '2026-11-22',
}
