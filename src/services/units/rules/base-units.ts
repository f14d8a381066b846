import type { DayRow, HomeBand, HomeContent, VisitBands } from '../../../law/services/programme-units.ts'
import { refuse } from '../../../platform/computation/index.ts'
import { divide } from '../../../platform/exact/index.ts'

/** The municipality's own units of a row; absent or null: the national ones. */
export type OwnUnits = Readonly<Partial<Record<UnitRow, number | null>>>
export const UNIT_ROWS = {
  homeMonthOnce: '訪問型 週1回程度（1か月）',
  homeMonthTwice: '訪問型 週2回程度（1か月）',
  homeMonthMore: '訪問型 週2回を超える程度（1か月）',
  homeVisitOnce: '訪問型 週1回程度（1回、2024年3月まで）',
  homeVisitTwice: '訪問型 週2回程度（1回、2024年3月まで）',
  homeVisitMore: '訪問型 週2回を超える程度（1回、2024年3月まで）',
  homeVisitStandard: '訪問型 標準的な内容（1回）',
  homeVisitLifeShort: '訪問型 生活援助が中心 20分以上45分未満（1回）',
  homeVisitLifeLong: '訪問型 生活援助が中心 45分以上（1回）',
  homeVisitShortBody: '訪問型 短時間の身体介護が中心（1回）',
  homeDayOnce: '訪問型 週1回程度（日割り）',
  homeDayTwice: '訪問型 週2回程度（日割り）',
  homeDayMore: '訪問型 週2回を超える程度（日割り）',
  dayMonthLow: '通所型 事業対象者・要支援1（1か月）',
  dayMonthHigh: '通所型 事業対象者（週2回程度）・要支援2（1か月）',
  dayVisitLow: '通所型 事業対象者・要支援1（1回）',
  dayVisitHigh: '通所型 事業対象者（週2回程度）・要支援2（1回）',
  dayDayLow: '通所型 事業対象者・要支援1（日割り）',
  dayDayHigh: '通所型 事業対象者（週2回程度）・要支援2（日割り）',
} as const
export type UnitRow = keyof typeof UNIT_ROWS

export interface UnitLaw {
  homeMonthly: Readonly<Record<HomeBand, number>>
  homeByBand: Readonly<Record<HomeBand, number>> | null
  homeByContent: Readonly<Record<HomeContent, number | null>>
  homeDaily: Readonly<Record<HomeBand, number>>
  dayMonthly: Readonly<Record<DayRow, number>>
  dayVisit: Readonly<Record<DayRow, number>>
  dayDaily: Readonly<Record<DayRow, number>>
  visits: VisitBands
}

export interface UnitsAsked {
  kind: 'A2' | 'A6'
  /** days of the calendar month */
  monthDays: number
  level: '06' | '12' | '13'
  /** how often a week; null: not said */
  band: HomeBand | null
  /** of the month; null: the month's price */
  visits: number | null
  /** of a broken month, all its days being the whole month; null: the whole month */
  days: number | null
  /** of a visit; null: not said */
  content: HomeContent | null
}

export interface BaseUnits {
  row: UnitRow
  unitPrice: number
  times: number
  units: number
  /** true: the month's price stands, also for visits or days that it was asked for */
  isMonthly: boolean
}

export interface Price {
  row: UnitRow
  units: number
}
const name = (text: string) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`

/**
 * Units of a month of a 従前相当 service (UNT-01): by the month, by visits up to the band's number (above it the month's price),
 * or by days. Neither visits nor days pass the month's price, whichever of the rows a municipality set lower.
 * @param priceOf gives the row's units: the municipality's own where it set some, else the national ceiling
 * @throws RuleRefusal where the table has no such row, with what to do
 * @source 令和3年厚生労働省告示第72号
 */
export function baseUnits(asked: UnitsAsked, law: UnitLaw, priceOf: (price: Price) => number): BaseUnits {
  if (asked.visits !== null && asked.days !== null)
    refuse('visits-and-days', 'days', '日数: 回数と日数のどちらか一方だけを入力してください。')
  const table = asked.kind === 'A2' ? homeTable(asked, law) : dayTable(asked, law)
  const once = (price: Price, times: number, isMonthly: boolean): BaseUnits => {
    const unitPrice = priceOf(price)
    return { row: price.row, unitPrice, times, units: unitPrice * times, isMonthly }
  }
  const upTo = (most: Price, part: BaseUnits): BaseUnits => {
    const whole = once(most, 1, true)
    return part.units > whole.units ? whole : part
  }
  if (asked.days !== null) {
    if (asked.days > asked.monthDays)
      refuse('days-above-month', 'days', `日割りの日数: この月は${asked.monthDays}日までです。`)
    if (asked.days === asked.monthDays) return once(table.month(), 1, true)
    return upTo(table.month(), once(table.day(), asked.days, false))
  }
  if (asked.visits === null) return once(table.month(), 1, true)
  const visit = table.visit()
  const { min, max } = visit.visits ?? { min: 0, max: asked.visits }
  if (asked.visits > 0 && asked.visits < min)
    refuse(
      'visits-below-band',
      'visits',
      `回数: この区分の1回の単位は、月${min}回から${max}回までのものです。回数の合う区分を選ぶか、市町村の要綱を確かめてください。`,
    )
  if (asked.visits > max) return once(table.month(), 1, true)
  return upTo(visit.most, once(visit, asked.visits, false))
}

/** What the sum of the visits of 訪問型 would be in both readings of its limit. */
export interface VisitLimits {
  /** up to the month's price of the top band */
  topUnits: number
  /** above the visits of the band the band's month's price; null: the band is not said, and it may matter */
  bandUnits: number | null
}

/**
 * From R6 on the price of a visit has no bands of its own, and how far the sum of the visits goes is read in two ways: up to
 * the month's price of the top band, or by the visits of the band. The table no longer counts these; they are the visits of the
 * standard content that the month's price holds (4, 8, 12 as before).
 * @returns null where both give the same
 */
export function visitLimits(
  { kind, level, band, visits, content }: UnitsAsked,
  law: UnitLaw,
  priceOf: (price: Price) => number,
): VisitLimits | null {
  if (kind !== 'A2' || visits === null || content === null || law.visits.home !== null) return null
  const { [content]: units, standard } = law.homeByContent
  if (units === null || standard === null) return null
  const sum = visits * priceOf({ row: `homeVisit${name(content)}` as UnitRow, units })
  const monthOf = (of: HomeBand) => priceOf(homeMonth(of, law))
  const inBand = (of: HomeBand) => divide({ over: law.homeMonthly[of], under: standard }, 'down')
  const topUnits = Math.min(sum, monthOf('more'))
  const within = (of: HomeBand) => (visits > inBand(of) ? monthOf(of) : Math.min(sum, monthOf(of)))
  if (band !== null) return within(band) === topUnits ? null : { topUnits, bandUnits: within(band) }
  const bands: readonly HomeBand[] = level === '13' ? ['once', 'twice', 'more'] : ['once', 'twice']
  return bands.every((of) => within(of) === topUnits) ? null : { topUnits, bandUnits: null }
}

interface Table {
  month(): Price
  day(): Price
  /** `most`: the price that the sum of the visits does not pass */
  visit(): Price & { visits: { min: number; max: number } | null; most: Price }
}

const homeMonth = (of: HomeBand, law: UnitLaw): Price => ({
  row: `homeMonth${name(of)}` as UnitRow,
  units: law.homeMonthly[of],
})

function homeTable({ level, band, content }: UnitsAsked, law: UnitLaw): Table {
  if (band === 'more' && level !== '13')
    refuse('level-not-in-band', 'band', '週の回数: 週2回を超える程度は、要支援2の方だけが使えます。')
  const needBand = (): HomeBand =>
    band ??
    refuse('band-needed', 'band', '週の回数: 週1回・週2回・週2回を超える程度のどれかを選んでください。')
  return {
    month: () => homeMonth(needBand(), law),
    day: () => ({ row: `homeDay${name(needBand())}` as UnitRow, units: law.homeDaily[needBand()] }),
    visit() {
      if (content === null) {
        if (law.homeByBand === null)
          refuse(
            'content-needed',
            'content',
            '内容: この月の1回の単位は、サービスの内容で決まります。内容を選んでください。',
          )
        const of = needBand()
        const visits = law.visits.home?.[of] ?? null
        return {
          row: `homeVisit${name(of)}` as UnitRow,
          units: law.homeByBand[of],
          visits,
          most: homeMonth(of, law),
        }
      }
      const units = law.homeByContent[content]
      if (units === null)
        refuse(
          'not-in-force',
          'content',
          '内容: この月には、この内容の1回の単位がありません。内容を空にして、週の回数を選んでください。',
        )
      return {
        row: `homeVisit${name(content)}` as UnitRow,
        units,
        visits: null,
        most: homeMonth(band ?? 'more', law),
      }
    },
  }
}

function dayTable({ level, band }: UnitsAsked, law: UnitLaw): Table {
  if (band === 'more' || (band === 'twice' && level === '12'))
    refuse(
      'level-not-in-band',
      'band',
      '週の回数: 通所型サービスは週1回か週2回程度です。週2回程度は、事業対象者と要支援2の方だけが使えます。',
    )
  const row: DayRow = level === '13' || band === 'twice' ? 'high' : 'low'
  const month = { row: `dayMonth${name(row)}` as UnitRow, units: law.dayMonthly[row] }
  return {
    month: () => month,
    day: () => ({ row: `dayDay${name(row)}` as UnitRow, units: law.dayDaily[row] }),
    visit: () => ({
      row: `dayVisit${name(row)}` as UnitRow,
      units: law.dayVisit[row],
      visits: law.visits.day[row],
      most: month,
    }),
  }
}
