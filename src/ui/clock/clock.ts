import { createContext, useContext } from 'react'
import type { IsoDate } from '../../platform/calendar/index.ts'

/**
 * The only place of the browser side that asks what time it is. Tests and the gallery put another clock in.
 * No Temporal here: browsers of town halls may lack it.
 */
export type ScreenClock = { nowMs: () => number; today: () => IsoDate }

const inTokyo = { timeZone: 'Asia/Tokyo' } as const
const isoDay = new Intl.DateTimeFormat('sv-SE', { ...inTokyo, dateStyle: 'short' }) // Swedish dates are ISO dates
const hoursMinutes = new Intl.DateTimeFormat('ja-JP', {
  ...inTokyo,
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** The civil day in Japan at an instant, given in milliseconds or as the ISO text of an API. */
export const dayInJapan = (instant: number | string): IsoDate => isoDay.format(new Date(instant)) as IsoDate

/** 10:23, the time of day in Japan. */
export const timeInJapan = (instant: number | string): string => hoursMinutes.format(new Date(instant))

export const browserClock: ScreenClock = { nowMs: () => Date.now(), today: () => dayInJapan(Date.now()) }

const ClockContext = createContext<ScreenClock>(browserClock)
export const ClockProvider = ClockContext.Provider
export const useClock = () => useContext(ClockContext)
