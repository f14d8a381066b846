import type { MonitoringInterval } from '../../../law/casework/monitoring-interval.ts'
import type { DatedEntry } from '../../../law/types.ts'
import { addDays } from '../../../platform/calendar/index.ts'
import type { CourseState, CourseType, Gap } from '../codes.ts'
import {
  addMonths,
  firstDayOf,
  lastDayOf,
  type Month,
  monthNumber,
  monthOf,
  monthOfNumber,
} from './months.ts'
import { type MonitoringMode, nextSpanDue, nextVisitDue } from './visit-due.ts'

/** What has to be done in a course. `contract` and `confirm` are the centre's, also when the course is entrusted. */
export const SLOTS = [
  'first-visit',
  'contract',
  'visit',
  'span',
  'contact',
  'evaluation',
  'change',
  'confirm',
] as const
export type Slot = (typeof SLOTS)[number]
export const centreSlots: readonly Slot[] = ['contract', 'confirm']

export interface Due {
  slot: Slot
  /** 'YYYY-MM-DD' */
  dueOn: string
}

export interface CourseFacts {
  state: CourseState
  type: CourseType | null
  startMonth: Month | null
  mode: MonitoringMode
  /** type B: months between two monitorings; null: nobody set them */
  typeBMonths: number | null
  evaluationOn: string | null
  openedOn: string
  hasContract: boolean
}

/** What the records of the course say; days, null: none yet. */
export interface RecordFacts {
  lastHomeVisitOn: string | null
  /** by visit or video call */
  lastSpanOn: string | null
  /** by any way */
  lastContactOn: string | null
  evaluatedOn: string | null
  lastMarkedOn: string | null
  oldestUnconfirmedOn: string | null
}

export interface DueDays {
  firstVisitDays: number
  confirmDays: number
  changeDays: number
}

export interface Dues {
  dues: Due[]
  /** why something cannot be computed; the course then stands in the list 「計算できない」 */
  gaps: Gap[]
}

/**
 * Everything that has to be done next in a course, and what is missing to say so (CPM-02, CPM-03, DLY-02, CPM-05 a).
 * Follows from what is stored alone: the same records give the same dates on every day.
 */
export function duesOf(
  course: CourseFacts,
  records: RecordFacts,
  days: DueDays,
  law: DatedEntry<MonitoringInterval>,
): Dues {
  if (course.state === 'ended') return { dues: confirmDue(records, days), gaps: [] }
  const result: Dues = { dues: [], gaps: [] }
  if (!course.hasContract) result.dues.push({ slot: 'contract', dueOn: contractDay(course) })
  if (course.state === 'preparing' && records.lastHomeVisitOn === null) {
    result.dues.push({ slot: 'first-visit', dueOn: addDays(course.openedOn, days.firstVisitDays) })
  }
  if (course.state === 'running') addRunning(result, course, records, days, law)
  result.dues.push(...confirmDue(records, days))
  return result
}

/** Before the first support: the first day of service, or the opening when that lies behind. */
function contractDay({ startMonth, openedOn }: CourseFacts): string {
  const start = startMonth === null ? openedOn : firstDayOf(startMonth)
  return start > openedOn ? start : openedOn
}

const confirmDue = ({ oldestUnconfirmedOn }: RecordFacts, { confirmDays }: DueDays): Due[] =>
  oldestUnconfirmedOn === null ? [] : [{ slot: 'confirm', dueOn: addDays(oldestUnconfirmedOn, confirmDays) }]

function addRunning(
  result: Dues,
  course: CourseFacts,
  records: RecordFacts,
  days: DueDays,
  law: DatedEntry<MonitoringInterval>,
): void {
  if (course.type === null) {
    result.gaps.push('type')
    return
  }
  if (course.type === 'C') return
  if (course.type === 'A') addPrincipal(result, course, records, law)
  else addSimplified(result, course, records)
  addEvaluation(result, course, records)
  const { lastMarkedOn, lastHomeVisitOn } = records
  if (lastMarkedOn !== null && (lastHomeVisitOn === null || lastHomeVisitOn < lastMarkedOn)) {
    result.dues.push({ slot: 'change', dueOn: addDays(lastMarkedOn, days.changeDays) })
  }
}

/** 類型A and 介護予防支援: a visit in each span, a contact in the months without. */
function addPrincipal(
  result: Dues,
  { startMonth, mode, evaluationOn }: CourseFacts,
  records: RecordFacts,
  law: DatedEntry<MonitoringInterval>,
): void {
  const lastHomeVisitMonth = records.lastHomeVisitOn && monthOf(records.lastHomeVisitOn)
  const visit = nextVisitDue({ startMonth, lastHomeVisitMonth, mode, evaluationOn }, law).value
  if (visit === null || startMonth === null) {
    result.gaps.push('start')
    return
  }
  const months = [visit.month]
  result.dues.push({ slot: 'visit', dueOn: lastDayOf(visit.month) })
  if (mode.kind === 'video') {
    const span = nextSpanDue(startMonth, records.lastSpanOn && monthOf(records.lastSpanOn), law)
    if (span !== null && span < visit.month) {
      months.push(span)
      result.dues.push({ slot: 'span', dueOn: lastDayOf(span) })
    }
  }
  const contact = nextContactMonth(startMonth, records.lastContactOn)
  // a visit or monitoring of the same month is the contact
  if (!months.includes(contact)) result.dues.push({ slot: 'contact', dueOn: lastDayOf(contact) })
}

/** The month after the last contact, not before the month after the start. */
function nextContactMonth(startMonth: Month, lastContactOn: string | null): Month {
  const first = addMonths(startMonth, 1)
  if (lastContactOn === null) return first
  const next = addMonths(monthOf(lastContactOn), 1)
  return monthOfNumber(Math.max(monthNumber(next), monthNumber(first)))
}

function addSimplified(result: Dues, course: CourseFacts, { lastContactOn }: RecordFacts): void {
  const from = lastContactOn === null ? course.startMonth : monthOf(lastContactOn)
  if (from === null) result.gaps.push('start')
  if (course.typeBMonths === null) result.gaps.push('interval')
  if (from === null || course.typeBMonths === null) return
  result.dues.push({ slot: 'span', dueOn: lastDayOf(addMonths(from, course.typeBMonths)) })
}

function addEvaluation(
  result: Dues,
  { evaluationOn, type }: CourseFacts,
  { evaluatedOn }: RecordFacts,
): void {
  if (evaluationOn === null) {
    if (type === 'A') result.gaps.push('evaluation')
    return
  }
  const isDone = evaluatedOn !== null && monthOf(evaluatedOn) >= monthOf(evaluationOn)
  if (!isDone) result.dues.push({ slot: 'evaluation', dueOn: evaluationOn })
}

const words: Record<Slot, (dueOn: string) => string> = {
  'first-visit': () => 'アセスメントの訪問',
  contract: () => '契約と重要事項の説明・同意',
  visit: (dueOn) => `${monthWord(dueOn)}までの訪問モニタリング`,
  span: (dueOn) => `${monthWord(dueOn)}までのモニタリング（訪問・テレビ電話）`,
  contact: (dueOn) => `${monthWord(dueOn)}の連絡（利用先・電話など）`,
  evaluation: () => '評価期間の終わり: 評価と今後の方針',
  change: () => '状態の変化: 訪問して確かめる',
  confirm: () => '委託先の記録の確認',
}
const monthWord = (day: string) => `${Number(day.slice(5, 7))}月`

/** What the task says. */
export const dueTitle = ({ slot, dueOn }: Due): string => words[slot](dueOn)
