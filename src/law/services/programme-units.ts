import { carriedForward, FEE_REVISION_2027 } from '../carried-forward.ts'
import type { Dated, DatedEntry } from '../types.ts'

// National ceilings of 従前相当 services (UNT-01): R3 from 2021-04, R6 from 2024-04; the revision of 2026-06 left them as they were.
// A row that a revision does not have is null, never zero.

const NOTICE =
  '介護保険法施行規則第140条の63の2第1項第1号に規定する厚生労働大臣が定める基準（令和3年厚生労働省告示第72号）'
const TOWN = `${NOTICE}。七ヶ浜町の令和5年度・令和6年度の単位表`
const URL = 'https://shichigahama.com/benricho/oshirase/kenko3-030-11589.html'

const seen = <T>(from: string, value: T, text = TOWN, url: string | undefined = URL): DatedEntry<T> => ({
  from,
  value,
  source: url === undefined ? { text } : { text, url },
  confidence: 'seen',
})
const recalled = <T>(from: string, value: T, note?: string): DatedEntry<T> => ({
  from,
  value,
  source: { text: NOTICE },
  confidence: 'recalled',
  ...(note ? { note } : {}),
})
const WEB = `${NOTICE}。公開されたA6のコードと単位`

/** About how often a week: 11, 12, 13 of A2. */
export type HomeBand = 'once' | 'twice' | 'more'
/** 事業対象者・要支援1, and 事業対象者（週2回程度）・要支援2: the two rows of A6. */
export type DayRow = 'low' | 'high'
/** What a visit consists of, from R6 on; shortBody stands in both. */
export type HomeContent = 'standard' | 'lifeShort' | 'lifeLong' | 'shortBody'

/** 訪問型 (A2), a month. */
export const homeMonthlyUnits: Dated<Readonly<Record<HomeBand, number>>> = {
  id: 'services.units.home-monthly',
  title: '訪問型サービス（従前相当）の1か月の単位',
  unit: '単位（1か月）',
  labels: { once: '週1回程度', twice: '週2回程度', more: '週2回を超える程度' },
  history: carriedForward(FEE_REVISION_2027, [
    seen('2021-04-01', { once: 1176, twice: 2349, more: 3727 }),
    seen('2024-04-01', { once: 1176, twice: 2349, more: 3727 }),
  ]),
  checkedOn: '2026-11-22',
}

/** 訪問型 (A2), a visit by the band of the week; null: no such price. */
export const homeVisitByBandUnits: Dated<Readonly<Record<HomeBand, number>> | null> = {
  id: 'services.units.home-visit-by-band',
  title: '訪問型サービス（従前相当）の1回の単位（週の回数による）',
  unit: '単位（1回）',
  labels: { once: '週1回程度', twice: '週2回程度', more: '週2回を超える程度' },
  history: carriedForward(FEE_REVISION_2027, [
    seen('2021-04-01', { once: 268, twice: 272, more: 287 }),
    seen('2024-04-01', null),
  ]),
  checkedOn: '2026-11-22',
}

/** 訪問型 (A2), a visit by what it consists of; null: no such price. */
export const homeVisitByContentUnits: Dated<Readonly<Record<HomeContent, number | null>>> = {
  id: 'services.units.home-visit-by-content',
  title: '訪問型サービス（従前相当）の1回の単位（内容による）',
  unit: '単位（1回）',
  labels: {
    standard: '標準的な内容',
    lifeShort: '生活援助が中心（20分以上45分未満）',
    lifeLong: '生活援助が中心（45分以上）',
    shortBody: '短時間の身体介護が中心',
  },
  history: carriedForward(FEE_REVISION_2027, [
    recalled('2021-04-01', { standard: null, lifeShort: null, lifeLong: null, shortBody: 167 }),
    seen('2024-04-01', { standard: 287, lifeShort: 179, lifeLong: 220, shortBody: 163 }),
  ]),
  checkedOn: '2026-11-22',
}

/** 訪問型 (A2), a day when the month is broken. */
export const homeDailyUnits: Dated<Readonly<Record<HomeBand, number>>> = {
  id: 'services.units.home-daily',
  title: '訪問型サービス（従前相当）の日割りの単位',
  unit: '単位（1日）',
  labels: { once: '週1回程度', twice: '週2回程度', more: '週2回を超える程度' },
  history: carriedForward(FEE_REVISION_2027, [
    recalled('2021-04-01', { once: 39, twice: 77, more: 123 }),
    recalled('2024-04-01', { once: 39, twice: 77, more: 123 }),
  ]),
  checkedOn: '2026-11-22',
}

/** 通所型 (A6), a month. */
export const dayMonthlyUnits: Dated<Readonly<Record<DayRow, number>>> = {
  id: 'services.units.day-monthly',
  title: '通所型サービス（従前相当）の1か月の単位',
  unit: '単位（1か月）',
  labels: { low: '事業対象者・要支援1', high: '事業対象者（週2回程度）・要支援2' },
  history: carriedForward(FEE_REVISION_2027, [
    recalled('2021-04-01', { low: 1672, high: 3428 }),
    seen('2024-04-01', { low: 1798, high: 3621 }, WEB, undefined),
  ]),
  checkedOn: '2026-11-22',
}

/** 通所型 (A6), a visit. */
export const dayVisitUnits: Dated<Readonly<Record<DayRow, number>>> = {
  id: 'services.units.day-visit',
  title: '通所型サービス（従前相当）の1回の単位',
  unit: '単位（1回）',
  labels: { low: '事業対象者・要支援1', high: '事業対象者（週2回程度）・要支援2' },
  history: carriedForward(FEE_REVISION_2027, [
    recalled('2021-04-01', { low: 384, high: 395 }),
    recalled('2024-04-01', { low: 436, high: 447 }),
  ]),
  checkedOn: '2026-11-22',
}

/** 通所型 (A6), a day when the month is broken. */
export const dayDailyUnits: Dated<Readonly<Record<DayRow, number>>> = {
  id: 'services.units.day-daily',
  title: '通所型サービス（従前相当）の日割りの単位',
  unit: '単位（1日）',
  labels: { low: '事業対象者・要支援1', high: '事業対象者（週2回程度）・要支援2' },
  history: carriedForward(FEE_REVISION_2027, [
    recalled('2021-04-01', { low: 55, high: 113 }),
    recalled('2024-04-01', { low: 59, high: 119 }),
  ]),
  checkedOn: '2026-11-22',
}

export interface Visits {
  /** fewest for which the price of a visit is meant */
  min: number
  /** most; above it the month's price holds */
  max: number
}
export interface VisitBands {
  /** by the week; null: the price of a visit has no bands, only the month's price as its limit */
  home: Readonly<Record<HomeBand, Visits>> | null
  day: Readonly<Record<DayRow, Visits>>
}

/** Visits of a month for which the price of one visit is meant. */
export const programmeVisits: Dated<VisitBands> = {
  id: 'services.units.visits',
  title: '1回の単位で計算できる回数',
  unit: '回（1か月）',
  labels: {
    home: '訪問型',
    day: '通所型',
    once: '週1回程度',
    twice: '週2回程度',
    more: '週2回を超える程度',
    low: '事業対象者・要支援1',
    high: '事業対象者（週2回程度）・要支援2',
    min: '最小',
    max: '最大',
  },
  history: carriedForward(FEE_REVISION_2027, [
    recalled(
      '2021-04-01',
      {
        home: { once: { min: 1, max: 4 }, twice: { min: 5, max: 8 }, more: { min: 9, max: 12 } },
        day: { low: { min: 1, max: 4 }, high: { min: 5, max: 8 } },
      },
      '市町村によっては、上限を3回・7回・11回と書いています（次の回から月の単位になるため）。',
    ),
    recalled(
      '2024-04-01',
      { home: null, day: { low: { min: 1, max: 4 }, high: { min: 1, max: 8 } } },
      '訪問型の1回の単位の合計は、月の単位（週2回を超える程度）までです（出典未確認）。',
    ),
  ]),
  checkedOn: '2026-11-22',
}
