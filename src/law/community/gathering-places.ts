import type { Dated, Source } from '../types.ts'

const SURVEY: Source = {
  text: '介護予防・日常生活支援総合事業（地域支援事業）の実施状況に関する調査',
  url: 'https://www.wic-net.com/material/document/13527/4',
}
const OURS: Source = { text: '本ソフトの決め' }

/** Whom the yearly survey counts as 通いの場: resident-operated places only, then all with those in brackets. */
export const gatheringPlacesSeries: Dated<'resident-operated' | 'all-operators'> = {
  id: 'community.gathering-places.series',
  title: '通いの場の数え方（調査の系列）',
  unit: '区分',
  labels: { 'resident-operated': '住民が運営する場', 'all-operators': 'すべての場' },
  history: [
    { from: '2013-04-01', value: 'resident-operated', source: SURVEY, confidence: 'seen' },
    {
      from: '2020-04-01',
      value: 'all-operators',
      source: SURVEY,
      confidence: 'seen',
      note: '令和2年度から、住民以外が運営するところも数えます。かっこ書きが住民の運営するところです。前の年度とは、かっこ書きだけを比べられます。',
    },
  ],
  checkedOn: '2026-11-22',
}

export interface FrequencyLimits {
  /** times a month from which the second class holds */
  severalTimes: number
  /** from here a place that is not open every week falls into the class that the survey does not print */
  manyTimes: number
}

/** 開催頻度の区分 of the survey. */
export const gatheringPlacesFrequency: Dated<FrequencyLimits> = {
  id: 'community.gathering-places.frequency',
  title: '通いの場の開催頻度の区切り',
  unit: '回（1か月）',
  labels: {
    severalTimes: '2番目の区分の下限',
    manyTimes: '多い区分の下限',
  },
  history: [
    {
      from: '2013-04-01',
      value: { severalTimes: 2, manyTimes: 4 },
      source: SURVEY,
      confidence: 'unverified',
      note: '令和4年度の公表値は三つの区分の計が94.3%で、「月4回以上・週1回未満」の区分があるはずです。区分の名前は見ていません。始まりの日は調査の系列の始まりとして置いています。',
    },
  ],
  checkedOn: '2026-11-22',
}

/** 参加者数の区分 of the survey: the greatest number of each class but the last. */
export const gatheringPlacesSizes: Dated<readonly number[]> = {
  id: 'community.gathering-places.sizes',
  title: '通いの場の1回の参加者数の区分（上限）',
  unit: '人',
  history: [
    {
      from: '2013-04-01',
      value: [20, 40, 60, 80, 100],
      source: { text: SURVEY.text, url: 'https://www.wic-net.com/material/document/13527/11' },
      confidence: 'seen',
      note: '令和4年度の調査で見た区分です。始まりの日は調査の系列の始まりとして置いています。',
    },
  ],
  checkedOn: '2026-11-22',
}

/** 到達 (KYB-06): how long after the routing a first participation counts. */
export const gatheringPlacesArrivalDays: Dated<number> = {
  id: 'community.gathering-places.arrival-days',
  title: 'つないでから参加までの日数',
  unit: '日',
  history: [{ from: '2015-04-01', value: 90, source: OURS, confidence: 'decided' }],
  checkedOn: '2026-11-22',
}

export interface PrintedTolerance {
  /** of the recomputed rate: populations of different days explain about one in a hundred */
  ofRatePerMille: number
  /** half of the last printed place, ‱ */
  roundingPerMyriad: number
}

/** 公表された参加率の点検 (KYB-07): how far a printed rate may lie from persons over population. */
export const gatheringPlacesTolerance: Dated<PrintedTolerance> = {
  id: 'community.gathering-places.tolerance',
  title: '公表された参加率との差の許容',
  unit: '‰、‱',
  labels: {
    ofRatePerMille: '率に対する割合（‰）',
    roundingPerMyriad: '端数の分（‱）',
  },
  history: [
    {
      from: '2013-04-01',
      value: { ofRatePerMille: 20, roundingPerMyriad: 5 },
      source: OURS,
      confidence: 'decided',
    },
  ],
  checkedOn: '2026-11-22',
}
