import type { MonitoringInterval } from '../../../law/casework/monitoring-interval.ts'
import type { DatedEntry } from '../../../law/types.ts'
import { type Explained, explained, type Step } from '../../../platform/explanation/index.ts'
import { addMonths, type Month, monthNumber, monthOf, monthOfNumber } from './months.ts'

/** standard: one home visit in each span · video: one in two spans · flexible: spans of n months after the first of three */
export type MonitoringMode = { kind: 'standard' } | { kind: 'video' } | { kind: 'flexible'; months: number }

export interface VisitDue {
  /** due by the end of this month */
  month: Month
  /** the span in which the visit is due, first and last month; of the evaluation month: itself */
  window: { from: Month; to: Month }
  reason: 'window' | 'evaluation'
}

interface Input {
  startMonth: Month | null
  lastHomeVisitMonth: Month | null
  mode: MonitoringMode
  /** 'YYYY-MM-DD'; the month in which the evaluation period ends needs a visit too. null: not settled */
  evaluationOn?: string | null
}

/**
 * By when the next home visit is due (CPM-03). Spans are counted from the month after the month in which service starts.
 * @returns null when the start is unknown: the course is listed as "cannot compute"
 * @throws RangeError for a mode that the law of the day does not know, or a longer interval below its span
 * @source 指定介護予防支援等の事業の人員及び運営に関する基準第30条第16号; notice of the entry in force
 */
export function nextVisitDue(
  { startMonth, lastHomeVisitMonth, mode, evaluationOn = null }: Input,
  law: DatedEntry<MonitoringInterval>,
): Explained<VisitDue | null> {
  checkMode(mode, law.value)
  if (startMonth === null) {
    return explained(null, [
      { label: 'サービスの開始月', value: null },
      { label: '次の訪問の期限は計算できない' },
    ])
  }
  const spans = spansOf(startMonth, mode, law.value)
  const visited = spans.indexOf(lastHomeVisitMonth)
  const next = spans.span(
    visited + 1 + (mode.kind === 'video' ? (law.value.spansPerVisitByVideo ?? 1) - 1 : 0),
  )
  const byWindow: VisitDue = { month: next.to, window: next, reason: 'window' }
  const due = earlier(byWindow, evaluationOn, lastHomeVisitMonth)
  return explained(due, stepsOf({ startMonth, lastHomeVisitMonth, mode, evaluationOn }, byWindow, due, law))
}

/** By when the next monitoring by home visit or video call is due: in video mode each span needs one. */
export function nextSpanDue(
  startMonth: Month | null,
  lastMonitoringMonth: Month | null,
  law: DatedEntry<MonitoringInterval>,
): Month | null {
  if (startMonth === null) return null
  const spans = spansOf(startMonth, { kind: 'standard' }, law.value)
  return spans.span(spans.indexOf(lastMonitoringMonth) + 1).to
}

function checkMode(mode: MonitoringMode, law: MonitoringInterval): void {
  if (mode.kind === 'video' && law.spansPerVisitByVideo === null)
    throw new RangeError('video calls are not known to the law of this day')
  if (mode.kind !== 'flexible') return
  if (!law.mayBeLonger) throw new RangeError('a longer interval is not known to the law of this day')
  if (!Number.isInteger(mode.months) || mode.months <= law.spanMonths)
    throw new RangeError(`a longer interval has more than ${law.spanMonths} months, got ${mode.months}`)
}

/** Spans numbered from 1; 0 is everything until the start month, in which the first visit may lie. */
function spansOf(startMonth: Month, mode: MonitoringMode, law: MonitoringInterval) {
  const start = monthNumber(startMonth)
  const first = law.spanMonths
  const later = mode.kind === 'flexible' ? mode.months : law.spanMonths
  const lastOf = (n: number) => start + first + (n - 1) * later
  return {
    span: (n: number) => ({
      from: monthOfNumber(n <= 1 ? start + 1 : lastOf(n - 1) + 1),
      to: monthOfNumber(lastOf(Math.max(n, 1))),
    }),
    indexOf(month: Month | null): number {
      const after = month === null ? 0 : monthNumber(month) - start
      if (after <= 0) return 0
      return after <= first ? 1 : 1 + Math.ceil((after - first) / later)
    },
  }
}

/** The month of the evaluation comes first, unless it has had its visit. */
function earlier(byWindow: VisitDue, evaluationOn: string | null, lastVisit: Month | null): VisitDue {
  if (evaluationOn === null) return byWindow
  const month = monthOf(evaluationOn)
  const isDone = lastVisit !== null && lastVisit >= month
  if (isDone || month >= byWindow.month) return byWindow
  return { month, window: { from: month, to: month }, reason: 'evaluation' }
}

function stepsOf(
  { startMonth, lastHomeVisitMonth, mode, evaluationOn }: Input & { startMonth: Month },
  byWindow: VisitDue,
  due: VisitDue,
  law: DatedEntry<MonitoringInterval>,
): Step[] {
  const { source, confidence } = law
  const counted = addMonths(startMonth, 1)
  const steps: Step[] = [
    { label: 'サービスの開始月', value: startMonth },
    { label: '数え始める月', value: counted, formula: '開始月の翌月', source, confidence: 'recalled' },
    { label: '最後の訪問', value: lastHomeVisitMonth ?? 'まだない' },
    {
      label: MODE_WORDS[mode.kind],
      value: `${byWindow.window.from}〜${byWindow.window.to}`,
      ...(mode.kind === 'flexible' ? { inputs: { 間隔: mode.months } } : {}),
      source,
      confidence,
    },
  ]
  if (due.reason === 'evaluation') {
    steps.push({
      label: '評価期間の終わる月が先に来る',
      value: due.month,
      inputs: { 評価期間の終わり: evaluationOn ?? null },
    })
  }
  return steps
}

const MODE_WORDS: Record<MonitoringMode['kind'], string> = {
  standard: '3か月ごとの期間に1回の訪問',
  video: '続く2つの期間のうち1回は訪問（ほかはテレビ電話）',
  flexible: '延ばした間隔の期間に1回の訪問',
}
