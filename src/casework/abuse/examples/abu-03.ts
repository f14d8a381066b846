import type { RuleCase } from '../../../platform/computation/index.ts'
import type { Input } from '../rules/abu-03.rule.ts'
import type { SafetyState } from '../rules/safety-clock.ts'

const plain: Input = { receivedOn: '2025-04-01', receivedAt: '17:00', safetySeenAt: null, now: null }
const of = (
  title: string,
  input: Partial<Input>,
  [state, dueAt, minutesPastDue]: [SafetyState, string, number | null],
): RuleCase<Input> => {
  const whole = { ...plain, ...input }
  return {
    title,
    on: whole.receivedOn,
    input: whole,
    value: { state, dueAt, isTimeMissing: whole.receivedAt === null, minutesPastDue },
  }
}
const refused = (title: string, input: Partial<Input>, code: string, path: string): RuleCase<Input> => ({
  title,
  on: '2025-04-01',
  input: { ...plain, ...input },
  refused: { code, path },
})
const DUE = '2025-04-03T17:00'

export const abu03Cases: readonly RuleCase<Input>[] = [
  of('ABU-03-a 48時間の1分前に確認', { safetySeenAt: '2025-04-03T16:59' }, ['within', DUE, -1]),
  of('ABU-03-b 48時間の1分後に確認', { safetySeenAt: '2025-04-03T17:01' }, ['late', DUE, 1]),
  of(
    'ABU-03-c 連休でも止まらず、今が期限',
    { receivedOn: '2025-05-02', receivedAt: '18:00', now: '2025-05-04T18:00' },
    ['due', '2025-05-04T18:00', 0],
  ),
  of(
    'ABU-03-d 受付の時刻がなければ、その日の0時から',
    { receivedAt: null, safetySeenAt: '2025-04-03T10:00' },
    ['late', '2025-04-03T00:00', 600],
  ),
  of(
    'ABU-03-e 誤報で時計を止めた',
    { falseAlarmReason: '本人の転居による連絡の行き違い（架空）', now: '2025-04-05T00:00' },
    ['stopped', DUE, 1860],
  ),
  refused('ABU-03-e 誤報には理由がいる', { falseAlarmReason: ' ' }, 'reason-needed', 'falseAlarmReason'),
  of('48時間ちょうどの確認は時間内', { safetySeenAt: DUE }, ['within', DUE, 0]),
  of('受付と同時に確認', { safetySeenAt: '2025-04-01T17:00' }, ['within', DUE, -2880]),
  of('期限の1分前、まだ確認していない', { now: '2025-04-03T16:59' }, ['running', DUE, -1]),
  of('期限の1分後、まだ確認していない', { now: '2025-04-03T17:01' }, ['overdue', DUE, 1]),
  of('確認していれば、今は関わりがない', { safetySeenAt: '2025-04-02T09:00', now: '2025-04-10T09:00' }, [
    'within',
    DUE,
    -1920,
  ]),
  of('判定する日時がない', {}, ['open', DUE, null]),
  of('市町村の24時間', { hours: 24, safetySeenAt: '2025-04-02T17:01' }, ['late', '2025-04-02T17:00', 1]),
  of('市町村の1時間', { hours: 1, receivedAt: '23:30', now: '2025-04-02T00:30' }, [
    'due',
    '2025-04-02T00:30',
    0,
  ]),
  of('年をまたぐ', { receivedOn: '2024-12-30', receivedAt: '09:05', now: '2025-01-01T09:04' }, [
    'running',
    '2025-01-01T09:05',
    -1,
  ]),
  of('うるう日をまたぐ', { receivedOn: '2024-02-28', receivedAt: '00:00', now: '2024-03-01T00:00' }, [
    'due',
    '2024-03-01T00:00',
    0,
  ]),
  of('法律の施行の日', { receivedOn: '2006-04-01' }, ['open', '2006-04-03T17:00', null]),
  refused('受付より前の確認', { safetySeenAt: '2025-04-01T16:59' }, 'seen-before-report', 'safetySeenAt'),
  refused(
    '今より後の確認',
    { safetySeenAt: '2025-04-02T17:01', now: '2025-04-02T17:00' },
    'seen-after-now',
    'safetySeenAt',
  ),
  of('今、確認した', { safetySeenAt: '2025-04-02T17:00', now: '2025-04-02T17:00' }, ['within', DUE, -1440]),
  refused('今が受付より前', { now: '2025-04-01T16:59' }, 'now-before-report', 'now'),
  of('今、受け付けた', { now: '2025-04-01T17:00' }, ['running', DUE, -2880]),
  refused(
    '受付の時刻がなく、今が受付の前の日',
    { receivedAt: null, now: '2025-03-31T23:59' },
    'now-before-report',
    'now',
  ),
  refused('時刻は23時59分まで', { receivedAt: '24:00' }, 'invalid_format', 'receivedAt'),
  refused('日時の形', { safetySeenAt: '2025-04-03 16:59' }, 'invalid_format', 'safetySeenAt'),
  refused('ない日', { now: '2025-02-30T10:00' }, 'custom', 'now'),
  {
    title: '法律の前',
    on: '2025-04-01',
    input: { ...plain, receivedOn: '2006-03-31' },
    refused: { code: 'no-value-in-force' },
  },
]
