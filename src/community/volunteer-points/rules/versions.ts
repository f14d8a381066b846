import {
  type FiscalYear,
  fiscalYear,
  fiscalYearOf,
  fiscalYearStart,
  type IsoDate,
} from '../../../platform/calendar/index.ts'

/** From so many stamps of the fiscal year on, so many points in all: no proportion, steps. */
export interface PointStep {
  fromStamps: number
  points: number
}

/** When points of a fiscal year may be exchanged. */
export interface ExchangeWindow {
  /** 03-20 */
  opensOn: string
  /** 05-22: the first such day on or after the opening */
  closesOn: string
  /** whether it opens within the year in which the points were earned or in the next */
  opensIn: 'same' | 'next'
}

/** The rule of the insurer's ordinance from a day on, until the next version. */
export interface RuleVersion {
  validFrom: IsoDate
  leastAgeYears: number
  excludesCertified: boolean
  excludesChecklistPositive: boolean
  excludesArrears: boolean
  /** what earns; a paid activity is simply not listed */
  activities: readonly string[]
  minutesPerStamp: number
  maxStampsPerDay: number
  steps: readonly PointStep[]
  /** points that one fiscal year can bring */
  annualCapPoints: number
  /** whether what is left when the window closes goes on into the next year */
  carriesOver: boolean
  window: ExchangeWindow
  yenPerPoint: number
}

/** The version valid on a day. @param versions ascending by `validFrom` */
export const versionOn = (versions: readonly RuleVersion[], on: IsoDate): RuleVersion | null =>
  versions.findLast(({ validFrom }) => validFrom <= on) ?? null

/** Stamps of an activity: whole units of time only, and no more than the day still has room for. */
export function stampsFor(
  minutes: number,
  given: number,
  rule: Pick<RuleVersion, 'minutesPerStamp' | 'maxStampsPerDay'>,
) {
  const room = Math.max(0, rule.maxStampsPerDay - given)
  return Math.min(room, Math.floor(minutes / rule.minutesPerStamp))
}

/** Points that so many stamps of a fiscal year are worth, before the cap; 0 below the first step. */
export const pointsOf = (stamps: number, steps: readonly PointStep[]): number =>
  steps.findLast(({ fromStamps }) => fromStamps <= stamps)?.points ?? 0

/** First and last day on which points of a fiscal year may be exchanged. */
export function windowOf(year: FiscalYear, { opensOn, closesOn, opensIn }: ExchangeWindow) {
  const opens = onOrAfter(fiscalYearStart(opensIn === 'same' ? year : fiscalYear(year + 1)), opensOn)
  return { opens, closes: onOrAfter(opens, closesOn) }
}

/** The first day with this month and day on or after another. */
function onOrAfter(from: IsoDate, monthDay: string): IsoDate {
  const year = Number(from.slice(0, 'YYYY'.length))
  const same = `${from.slice(0, 'YYYY'.length)}-${monthDay}`
  return same >= from ? same : `${year + 1}-${monthDay}`
}

/**
 * The window in which points earned on a day may be exchanged: that of the fiscal year, or of the next one when it has closed already.
 * It is settled on the day they are earned; a later version does not take it away.
 */
export function windowFor(on: IsoDate, { window }: RuleVersion) {
  const year = fiscalYearOf(on)
  const own = windowOf(year, window)
  return on <= own.closes ? own : windowOf(fiscalYear(year + 1), window)
}

/** Whether a window of some fiscal year is open on a day; it reaches into the year after the next at most. */
export function isWindowOpen(on: IsoDate, { window }: RuleVersion): boolean {
  const year = fiscalYearOf(on)
  return [fiscalYear(year - 2), fiscalYear(year - 1), year].some((one) => {
    const { opens, closes } = windowOf(one, window)
    return opens <= on && on <= closes
  })
}
