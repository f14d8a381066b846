import type { DayRow, HomeBand, HomeContent } from '../../../law/services/programme-units.ts'

export const PRICES = {
  'home-month-once': '訪問型 月 週1回程度',
  'home-month-twice': '訪問型 月 週2回程度',
  'home-month-more': '訪問型 月 週2回を超える程度',
  'home-visit-band-once': '訪問型 回 週1回程度（令和5年度まで）',
  'home-visit-band-twice': '訪問型 回 週2回程度（令和5年度まで）',
  'home-visit-band-more': '訪問型 回 週2回を超える程度（令和5年度まで）',
  'home-visit-standard': '訪問型 回 標準的な内容',
  'home-visit-lifeShort': '訪問型 回 生活援助が中心（20分以上45分未満）',
  'home-visit-lifeLong': '訪問型 回 生活援助が中心（45分以上）',
  'home-visit-shortBody': '訪問型 回 短時間の身体介護が中心',
  'day-month-low': '通所型 月 事業対象者・要支援1',
  'day-month-high': '通所型 月 事業対象者（週2回程度）・要支援2',
  'day-visit-low': '通所型 回 事業対象者・要支援1',
  'day-visit-high': '通所型 回 事業対象者（週2回程度）・要支援2',
} as const
export type Price = keyof typeof PRICES
type Table = 'home-month' | 'home-visit-band' | 'home-visit' | 'day-month' | 'day-visit'

export interface Ceilings {
  'home-month': Readonly<Record<HomeBand, number>>
  'home-visit-band': Readonly<Record<HomeBand, number>> | null
  'home-visit': Readonly<Record<HomeContent, number | null>>
  'day-month': Readonly<Record<DayRow, number>>
  'day-visit': Readonly<Record<DayRow, number>>
}

/** `home-visit-lifeLong` stands in the table `home-visit`, in the row `lifeLong`. */
export function tableOf(price: Price): [table: Table, row: string] {
  const at = price.lastIndexOf('-')
  return [price.slice(0, at) as Table, price.slice(at + 1)]
}

/** National ceiling of a price in units; null: the table of the day has no such row. */
export function unitCeiling(price: Price, ceilings: Ceilings): number | null {
  const [table, row] = tableOf(price)
  return (ceilings[table] as Readonly<Record<string, number | null>> | null)?.[row] ?? null
}

/** 従前相当 may reach the ceiling, サービスA stays below it. */
export const isAllowed = (units: number, ceilingUnits: number, kind: 'former' | 'a'): boolean =>
  kind === 'former' ? units <= ceilingUnits : units < ceilingUnits
