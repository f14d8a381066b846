import type { Dated } from '../types.ts'

export interface InitialTeam {
  leastAgeYears: number
  /** support ends this many months after it began */
  supportMonths: number
  /** looked after again so long after the hand-over */
  checkMonths: number
}

/** 認知症初期集中支援 (DEM-01, DEM-02): for whom, how long. */
export const dementiaInitialTeam: Dated<InitialTeam> = {
  id: 'casework.dementia.initial-team',
  title: '認知症初期集中支援の対象年齢と期間',
  unit: '歳、月',
  labels: {
    leastAgeYears: '対象の年齢の下限（歳）',
    supportMonths: '支援の期間（月）',
    checkMonths: '引き継ぎの後の確認（月）',
  },
  history: [
    {
      from: '2015-04-01',
      value: { leastAgeYears: 40, supportMonths: 6, checkMonths: 2 },
      source: {
        text: '地域支援事業実施要綱（認知症初期集中支援推進事業、市町村の公開資料による）',
        url: 'https://www.city.sasebo.lg.jp/hokenhukusi/chojyu/ninntishoki.html',
      },
      confidence: 'secondary',
      note: '値は公開資料で見ました。始まりの日は事業の制度の始まりとして置いています。',
    },
  ],
  checkedOn: '2026-11-22',
}

export interface DementiaPromotion {
  /** 認知症地域支援推進員 in each municipality */
  leastPromoters: number
  /** usual length of a 認知症サポーター養成講座 */
  courseMinutes: number
}

/** 認知症地域支援推進員 and 認知症サポーター養成講座 (DEM-06). */
export const dementiaPromotion: Dated<DementiaPromotion> = {
  id: 'casework.dementia.promotion',
  title: '認知症地域支援推進員の配置と養成講座の時間',
  unit: '人、分',
  labels: {
    leastPromoters: '推進員の人数の下限（人）',
    courseMinutes: '養成講座の標準の時間（分）',
  },
  history: [
    {
      from: '2018-04-01',
      value: { leastPromoters: 1, courseMinutes: 90 },
      source: { text: '地域支援事業実施要綱・認知症サポーター等養成事業実施要綱' },
      confidence: 'recalled',
    },
  ],
  checkedOn: '2026-11-22',
}
