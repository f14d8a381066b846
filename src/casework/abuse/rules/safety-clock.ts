import { refuse } from '../../../platform/computation/index.ts'
import { addHours, minutesBetween, type WallTime } from './wall-clock.ts'

export interface SafetyFacts {
  /** 'YYYY-MM-DD' */
  receivedOn: string
  /** 'HH:MM'; null: not recorded, counted from the beginning of the day */
  receivedAt: string | null
  /** the person's safety was seen; null: not yet */
  safetySeenAt: WallTime | null
  /** when it is judged; null: not said */
  now: WallTime | null
  /** moved to 誤報: the clock stops, with its reason; null: it has not */
  falseAlarmReason: string | null
}

/** within · late: seen in time or not · running, due, overdue: not seen yet · open: nobody said what time it is · stopped: 誤報 */
export type SafetyState = 'within' | 'late' | 'running' | 'due' | 'overdue' | 'open' | 'stopped'
export interface SafetyClock {
  state: SafetyState
  dueAt: WallTime
  /** the hour of reception was not recorded */
  isTimeMissing: boolean
  /** from the due moment to the sight of the person or to now; negative: before it. null: nothing to compare */
  minutesPastDue: number | null
}

/**
 * Whether the safety of a person was seen in time after a report of abuse (ABU-03). The hours run through nights and holidays.
 * @throws RuleRefusal when the person was seen before the report or after now, now is before the report, or a 誤報 has no reason
 * @source 高齢者虐待の防止、高齢者の養護者に対する支援等に関する法律第9条第1項（速やかに）; 国の手引きの目安
 */
export function safetyClock(facts: SafetyFacts, hours: number): SafetyClock {
  const { receivedOn, receivedAt, safetySeenAt, now, falseAlarmReason } = facts
  if (falseAlarmReason !== null && falseAlarmReason.trim() === '')
    refuse(
      'reason-needed',
      'falseAlarmReason',
      '誤報の理由: 時計を止めるには、誤報と判断した理由を入力してください。',
    )
  const received = `${receivedOn}T${receivedAt ?? '00:00'}`
  if (safetySeenAt !== null && safetySeenAt < received)
    refuse(
      'seen-before-report',
      'safetySeenAt',
      '安全確認: 受付より前です。受付か安全確認の日時を確かめてください。',
    )
  if (now !== null && now < received)
    refuse('now-before-report', 'now', '今: 受付より前です。受付か、判定する日時を確かめてください。')
  if (safetySeenAt !== null && now !== null && safetySeenAt > now)
    refuse(
      'seen-after-now',
      'safetySeenAt',
      '安全確認: 判定する日時より後です。まだ確認していなければ書かないでください。',
    )
  const dueAt = addHours(received, hours)
  const compared = safetySeenAt ?? now
  const minutesPastDue = compared === null ? null : minutesBetween(dueAt, compared)
  const state = falseAlarmReason !== null ? 'stopped' : stateOf(minutesPastDue, safetySeenAt !== null)
  return { state, dueAt, isTimeMissing: receivedAt === null, minutesPastDue }
}

function stateOf(minutesPastDue: number | null, isSeen: boolean): SafetyState {
  if (minutesPastDue === null) return 'open'
  if (isSeen) return minutesPastDue > 0 ? 'late' : 'within'
  if (minutesPastDue === 0) return 'due'
  return minutesPastDue > 0 ? 'overdue' : 'running'
}
