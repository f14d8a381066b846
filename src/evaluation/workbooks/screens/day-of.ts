import { formatDate } from '../../../platform/calendar/index.ts'
import { dayInJapan, timeInJapan } from '../../../ui/clock/clock.ts'

/** 令和8年11月22日 10:23, of an instant. */
export const dayOf = (instant: string): string =>
  `${formatDate(dayInJapan(instant), 'short')} ${timeInJapan(instant)}`
