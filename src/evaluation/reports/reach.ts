import type { Work } from '../../platform/database/work.ts'
import { invalid, notFound } from '../../platform/errors/index.ts'
import { formatMonth, lastDay, type Month, monthOfDay } from './rules/month.ts'

export const INSURER = 'insurer'

/**
 * The centre that a report is about, null for the insurer's own. Row-level security says the same.
 * @throws 404 for what the reader does not reach
 */
export function centreIdOf({ actor }: Work, unit: string): string | null {
  if (actor.reach === 'insurer') return unit === INSURER ? null : unit
  if (actor.reach === 'centre' && actor.centreIds.includes(unit)) return unit
  throw notFound()
}

/** The last day that counts today. @throws 422 for a month that has not begun */
export function countedUntil({ today }: Work, month: Month): string {
  if (month > monthOfDay(today)) {
    throw invalid([
      {
        path: 'month',
        code: 'future',
        message: `${formatMonth(month)}はまだ始まっていません。${formatMonth(monthOfDay(today))}までの月を選んでください。`,
      },
    ])
  }
  return lastDay(month) < today ? lastDay(month) : today
}

export const isInProgress = ({ today }: Work, month: Month): boolean => lastDay(month) >= today
