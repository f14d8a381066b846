import { carriedForward } from '../carried-forward.ts'
import type { Dated } from '../types.ts'

/** From which incomes on a share holds: own 合計所得金額, and the 年金収入＋その他の合計所得金額 of those of 65 and over. */
export interface ShareLimits {
  ownYen: number
  /** one such person in the household */
  aloneYen: number
  /** two or more */
  householdYen: number
}
/** Limits by 割, the higher share first. */
export type ShareThresholds = Readonly<Record<'3' | '2', ShareLimits>>

/** The year of 負担割合証 in which a wider 2割 can begin first: what is decided in 令和8年度 is not known. */
const SHARE_YEAR_2027 = {
  from: '2027-08-01',
  note: '2割の対象を広げる案は議論の途中で、決まったものは確かめていません。それまでの基準を仮に置いています。',
}

/** 利用者負担の割合の判定基準 (SHR-01). */
export const shareThresholdsYen: Dated<ShareThresholds> = {
  id: 'services.charges.share-thresholds',
  title: '利用者負担割合の判定基準',
  unit: '円（年額）',
  labels: {
    '3': '3割',
    '2': '2割',
    ownYen: '本人の合計所得金額',
    aloneYen: '65歳以上が1人の世帯の収入',
    householdYen: '65歳以上が2人以上の世帯の収入',
  },
  history: carriedForward(SHARE_YEAR_2027, [
    {
      from: '2018-08-01', // 3割
      value: {
        '3': { ownYen: 2_200_000, aloneYen: 3_400_000, householdYen: 4_630_000 },
        '2': { ownYen: 1_600_000, aloneYen: 2_800_000, householdYen: 3_460_000 },
      },
      source: {
        text: '介護保険法第49条の2、同法施行令第22条の2。筑西市・飯山市「利用者負担割合」',
        url: 'https://www.city.chikusei.lg.jp/kenkou-fukushi/kaigo/jigyosyo/h30/page004802.html',
      },
      confidence: 'seen',
    },
  ]),
  checkedOn: '2026-11-22',
}

/** Month whose first day begins the year for which a 負担割合証 holds. */
export const shareYearStartMonth: Dated<number> = {
  id: 'services.charges.share-year',
  title: '負担割合証の期間の始まり',
  unit: '月',
  history: [
    {
      from: '2018-08-01',
      value: 8,
      source: { text: '介護保険法施行規則第28条の2（8月1日から翌年7月31日まで）' },
      confidence: 'seen',
    },
  ],
  checkedOn: '2026-11-22',
}
