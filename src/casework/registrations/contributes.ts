import './policy.ts'
import './words.ts'
import { recordCondition } from '../../platform/access/index.ts'
import { daysBetween, formatDate } from '../../platform/calendar/index.ts'
import {
  type AsOnSource,
  type Contributes,
  cardSource,
  type FactSource,
  type NoticeSource,
  timelineSource,
} from '../../platform/contributes/index.ts'
import { APPLICATION_KINDS, levelLabel } from '../certifications/codes.ts'
import { END_REASONS, labelOf, OCCASIONS, REGISTRATION_STATES } from './codes.ts'
import { personLeft, personReturned } from './consequences.ts'

interface MoveRow {
  id: string
  registration_id: string
  at: string
  from_state: string
  to_state: string
  moved_on: string
  reason: string
  staff_name: string | null
  centre_name: string | null
  mine: boolean
}

const KIND = 'registration'
const LABEL = '事業対象者の登録'
const stateLabel = (code: string) => labelOf(REGISTRATION_STATES, code)

const timeline = timelineSource<MoveRow>({
  kind: KIND,
  label: LABEL,
  query(actor, today, personId, { mine, before, limit }) {
    const { sql, values } = recordCondition(actor, today, { alias: 'm', person: 'person_id', next: 4 })
    const parameters: unknown[] = [personId, limit, actor.staffId, ...values]
    const place = before
      ? `and (m.at, m.id) < ($${parameters.length + 1}::timestamptz, $${parameters.length + 2}::uuid)`
      : ''
    return {
      text: `select m.id, m.registration_id, m.at, m.from_state, m.to_state, m.moved_on, m.reason, s.name as staff_name,
          k.short_name as centre_name, m.staff_id = $3 as mine
        from casework.registration_move m
        join casework.registration r on r.insurer_id = m.insurer_id and r.id = m.registration_id
        left join registers.staff s on s.insurer_id = m.insurer_id and s.id = m.staff_id
        left join registers.centre k on k.insurer_id = r.insurer_id and k.id = r.recorded_centre_id and m.office = 'centre'
        where m.person_id = $1 and ${sql} ${mine ? 'and m.staff_id = $3' : ''} ${place}
        order by m.at desc, m.id desc limit $2`,
      values: before ? [...parameters, before.at, before.id] : parameters,
    }
  },
  toItem: (row) => ({
    id: row.id,
    at: row.at,
    kind: KIND,
    kindLabel: LABEL,
    title: `${stateLabel(row.from_state)} → ${stateLabel(row.to_state)}（${formatDate(row.moved_on, 'short')}）`,
    text: row.reason,
    staffName: row.staff_name,
    centreName: row.centre_name,
    link: `/registrations/${row.registration_id}`,
    mine: row.mine,
  }),
})

interface CardRow {
  id: string
  state: string
  starts_on: string | null
  ended_on: string | null
  end_reason: string | null
  review_due: string | null
  checklist_on: string | null
}

const card = cardSource<CardRow>({
  id: KIND,
  query(actor, today, personId) {
    const { sql, values } = recordCondition(actor, today, { alias: 'r', person: 'person_id', next: 2 })
    return {
      text: `select r.id, r.state, r.starts_on, r.ended_on, r.end_reason, r.review_due, r.checklist_on
        from casework.registration r where r.person_id = $1 and r.state <> 'withdrawn' and ${sql}
        order by r.received_on desc, r.id desc limit 1`,
      values: [personId, ...values],
    }
  },
  toCard([course]) {
    if (!course) return null
    const link = `/registrations/${course.id}`
    const period = [
      course.starts_on && `${formatDate(course.starts_on, 'short')} から`,
      course.ended_on &&
        `${formatDate(course.ended_on, 'short')} まで（${labelOf(END_REASONS, course.end_reason ?? '')}）`,
    ]
      .filter(Boolean)
      .join(' ')
    return {
      id: KIND,
      title: LABEL,
      link,
      lines: [
        { label: '状態', value: stateLabel(course.state), link },
        ...(period ? [{ label: '期間', value: period, link: null }] : []),
        ...(course.review_due
          ? [{ label: '再確認', value: `${formatDate(course.review_due, 'short')} まで`, link: null }]
          : []),
      ],
    }
  },
})

interface StandingRow {
  level: string | null
  valid_from: string | null
  last_day: string | null
  starts_on: string | null
  ended_on: string | null
  applied: string | null
}

/** 区分 of the header strip: a 認定 in force with its end and the days left, else 事業対象者, else none; and what is applied for. */
// `coalesce`: else the plan takes the GiST index of the exclusion (`where starts_on is not null`), 30 pages for a person without any
const standing: FactSource = {
  id: 'standing',
  query(actor, today, personId) {
    const { sql, values } = recordCondition(actor, today, { alias: 'p', person: 'id', next: 3 })
    return {
      text: `select c.level, c.valid_from, c.last_day, r.starts_on, r.ended_on, o.kind as applied
        from casework.person p
        left join lateral (
          select c.level, c.valid_from, least(c.valid_to, c.ended_on, (lead(c.valid_from) over (order by c.valid_from)) - 1) as last_day
          from casework.certification c
          where c.insurer_id = p.insurer_id and c.person_id = p.id and c.level <> '01' and c.valid_from is not null
            and (c.state = 'decided' or (c.state = 'cancelled' and c.ended_on >= c.valid_from))) c
          on c.valid_from <= $2::date and c.last_day >= $2::date
        left join casework.registration r on r.insurer_id = p.insurer_id and r.person_id = p.id
          and coalesce(r.starts_on, 'infinity') <= $2::date and (r.ended_on is null or r.ended_on >= $2::date)
        left join lateral (select o.kind from casework.certification o where o.insurer_id = p.insurer_id and o.person_id = p.id
          and o.state = 'received' order by o.applied_on desc nulls last limit 1) o on true
        where p.id = $1 and ${sql} limit 1`,
      values: [personId, today, ...values],
    }
  },
  toFact: ([row], today) => (row ? { label: '区分', value: standingWords(row as StandingRow, today) } : null),
}

/** 「要支援1（R9.6.30まで、あと220日）」「事業対象者（R8.11.20から）」「認定なし」、申請があれば「＋更新申請中」 */
function standingWords(
  { level, last_day, starts_on, ended_on, applied }: StandingRow,
  today: string,
): string {
  const applying = applied ? `＋${labelOf(APPLICATION_KINDS, applied)}中` : ''
  if (level && last_day) {
    const days = daysBetween(today, last_day)
    const left = days === 0 ? '今日まで' : `あと${days.toLocaleString('ja-JP')}日`
    return `${levelLabel(level)}（${formatDate(last_day, 'short')}まで、${left}）${applying}`
  }
  if (starts_on) {
    const until = ended_on ? `${formatDate(ended_on, 'short')}まで` : `${formatDate(starts_on, 'short')}から`
    return `事業対象者（${until}）${applying}`
  }
  return `認定なし${applying}`
}

/** 登録の依頼: what centres handed over and nobody of the municipality has received yet. */
const requests: NoticeSource = {
  id: 'registration-requests',
  label: '登録の依頼（受領待ち）',
  link: '/registrations?tab=requests',
  may: 'registration.decide',
  query: (actor) => ({
    text: `select count(*)::int as count, count(*) filter (where r.id in (
          select t.source_id from platform.task t where t.insurer_id = $1 and t.holder_id = $2 and t.source_type = 'registration'
            and t.is_new and t.state in ('open', 'waiting')))::int as told
      from casework.registration r
      where r.insurer_id = $1 and r.state = 'notificationAccepted' and r.received_at is null`,
    values: [actor.insurerId, actor.staffId],
  }),
}

const wordsOf = (codes: readonly { code: string; label: string }[]) =>
  Object.fromEntries(codes.map(({ code, label }) => [code, label]))

const asOn: AsOnSource = {
  table: 'casework.registration',
  title: LABEL,
  order: 41,
  fields: [
    { column: 'state', label: '状態', words: wordsOf(REGISTRATION_STATES) },
    { column: 'occasion', label: 'きっかけ', words: wordsOf(OCCASIONS) },
    { column: 'checklist_on', label: 'チェックリスト実施日' },
    { column: 'notification_on', label: '届出受理日' },
    { column: 'decided_on', label: '登録決定日' },
    { column: 'starts_on', label: '事業対象者の開始日' },
    { column: 'review_due', label: '再確認の期限' },
    { column: 'card_reissued_on', label: '被保険者証の再交付日' },
    { column: 'kokuhoren_notified_on', label: '国保連への連絡日' },
    { column: 'ended_on', label: '終了日' },
    { column: 'end_reason', label: '終了の理由', words: wordsOf(END_REASONS) },
  ],
}

export const contributes: Contributes = {
  timeline: [timeline],
  cards: [card],
  facts: [standing],
  asOn: [asOn],
  notices: [requests],
  consequences: [personLeft, personReturned],
  menu: [
    {
      id: 'registrations',
      label: '事業対象者の登録',
      may: 'registration.read',
      link: '/people/{personId}/registrations',
    },
  ],
}
