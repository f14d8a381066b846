import type { Dated } from '../types.ts'

export interface MonitoringInterval {
  /** months of one span, counted from the month after the month in which service starts */
  spanMonths: number
  /** spans of which one at least has a home visit, when video calls stand for the others; null: not allowed yet */
  spansPerVisitByVideo: number | null
  /** whether the longer interval of the ケアマネジメント notice may be chosen for 介護予防ケアマネジメント */
  mayBeLonger: boolean
}

/** モニタリングの間隔 of 介護予防支援 and 介護予防ケアマネジメントA (CPM-03). */
export const monitoringInterval: Dated<MonitoringInterval> = {
  id: 'casework.care-management.monitoring-interval',
  title: 'モニタリングの間隔',
  unit: 'か月、期間の数',
  labels: {
    spanMonths: '1期間の長さ（か月）',
    spansPerVisitByVideo: 'テレビ電話のとき、訪問を1回含む期間の数',
    mayBeLonger: '間隔を延ばせる',
  },
  history: [
    {
      from: '2006-04-01',
      value: { spanMonths: 3, spansPerVisitByVideo: null, mayBeLonger: false },
      source: { text: '指定介護予防支援等の事業の人員及び運営に関する基準第30条第16号' },
      confidence: 'recalled',
    },
    {
      from: '2024-04-01', // video calls
      value: { spanMonths: 3, spansPerVisitByVideo: 2, mayBeLonger: false },
      source: { text: '令和6年度介護報酬改定（テレビ電話装置等によるモニタリング、6月に1回の訪問）' },
      confidence: 'secondary',
    },
    {
      from: '2024-08-01', // the longer interval; the list of cases in which it is not allowed was not seen
      value: { spanMonths: 3, spansPerVisitByVideo: 2, mayBeLonger: true },
      source: { text: '介護予防ケアマネジメントの実施及び介護予防手帳の活用について（令和6年改正）' },
      confidence: 'unverified',
    },
  ],
  checkedOn: '2026-11-22',
}
