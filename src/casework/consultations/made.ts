import { randomUUIDv7 } from 'node:crypto'
import type { Actor } from '../../platform/access/index.ts'
import type { Made } from './answers.ts'
import { CHANNELS, labelOf } from './codes.ts'
import { replyDueOn } from './rules/entry.ts'
import type { NewReferral } from './schema.ts'

/** A task as the statement that stores a consultation takes it; names are those of platform.task. */
export interface TaskRecord {
  id: string
  holder_id: string
  kind: string
  title: string
  due_on: string
  state: 'open' | 'waiting'
  is_new: boolean
  source_type: 'consultation' | 'referral'
  source_id: string
}

export interface ReferralRecord {
  id: string
  to_kind: string
  to_name: string
  to_centre_id: string | null
  to_staff_id: string | null
  consent: boolean | null
  content: string | null
  sent_on: string
  reply_due_on: string
  task_id: string
}

/** What a consultation leads to; decided before anything is stored, so that one statement stores it all. */
export interface Consequences {
  tasks: TaskRecord[]
  referrals: ReferralRecord[]
  opensAbuseCase: boolean
  made: Made[]
}

interface Source {
  id: string
  receivedOn: string
  channel: string
  minutes?: number | null
  topics: readonly string[]
  nextAction?: string | null
  dueOn?: string | null
  referrals: readonly NewReferral[]
}

/** Journal row, follow-up task, referrals with their 回答待ち, and the abuse gate (CON-04). */
export function consequencesOf(source: Source, actor: Actor, today: string): Consequences {
  const result: Consequences = {
    tasks: [],
    referrals: [],
    opensAbuseCase: false,
    made: [journalLine(source)],
  }
  if (source.dueOn) addFollowUp(result, source, actor, source.dueOn)
  for (const referral of source.referrals) addReferral(result, source.id, source.receivedOn, referral, actor)
  if (source.topics.includes('abuse')) addAbuseCase(result, source.id, actor, today)
  return result
}

function journalLine({ channel, minutes }: Source): Made {
  const time = minutes === null || minutes === undefined ? '時間の記録なし' : `${minutes}分`
  return { kind: 'journal', label: `業務記録 1件（${labelOf(CHANNELS, channel)}・${time}）` }
}

const openTask = (
  actor: Actor,
  consultationId: string,
  rest: Pick<TaskRecord, 'kind' | 'title' | 'due_on'>,
): TaskRecord => ({
  id: randomUUIDv7(),
  holder_id: actor.staffId,
  state: 'open',
  is_new: false,
  source_type: 'consultation',
  source_id: consultationId,
  ...rest,
})

export const followUpTitle = (nextAction: string | null | undefined): string => nextAction || '相談の続き'

function addFollowUp(result: Consequences, source: Source, actor: Actor, dueOn: string): void {
  const title = followUpTitle(source.nextAction)
  result.tasks.push(openTask(actor, source.id, { kind: 'consultation-follow-up', title, due_on: dueOn }))
  result.made.push({ kind: 'task', label: title, dueOn })
}

export function addAbuseCase(
  result: Consequences,
  consultationId: string,
  actor: Actor,
  today: string,
): void {
  const title = '虐待の疑い: 事実確認と初動の協議'
  result.opensAbuseCase = true
  result.tasks.push(openTask(actor, consultationId, { kind: 'abuse-first-response', title, due_on: today }))
  result.made.push(
    { kind: 'abuse-case', label: '虐待対応を開始しました' },
    { kind: 'task', label: title, dueOn: today },
  )
}

/** The giver waits for the receipt; a member of staff it is addressed to gets it as 新規担当. */
export function addReferral(
  result: Consequences,
  consultationId: string,
  receivedOn: string,
  referral: NewReferral,
  actor: Actor,
): void {
  const sentOn = referral.sentOn ?? receivedOn
  const dueOn = referral.replyDueOn ?? replyDueOn(sentOn)
  const id = referral.id ?? randomUUIDv7()
  const waiting: TaskRecord = {
    ...openTask(actor, consultationId, {
      kind: 'referral-receipt',
      title: `${referral.toName}からの回答`,
      due_on: dueOn,
    }),
    state: 'waiting',
  }
  result.tasks.push(waiting)
  if (referral.toStaffId && referral.toStaffId !== actor.staffId) {
    result.tasks.push({
      ...openTask(actor, id, { kind: 'referral-received', title: '紹介の受領と対応', due_on: dueOn }),
      holder_id: referral.toStaffId,
      is_new: true,
      source_type: 'referral',
    })
  }
  result.referrals.push({
    id,
    to_kind: referral.toKind,
    to_name: referral.toName,
    to_centre_id: referral.toCentreId ?? null,
    to_staff_id: referral.toStaffId ?? null,
    consent: referral.consent ?? null,
    content: referral.content ?? null,
    sent_on: sentOn,
    reply_due_on: dueOn,
    task_id: waiting.id,
  })
  result.made.push(
    { kind: 'referral', label: `${referral.toName}への紹介` },
    { kind: 'task', label: waiting.title, dueOn },
  )
}
