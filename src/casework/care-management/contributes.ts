import './policy.ts'
import './words.ts'
import { recordCondition } from '../../platform/access/index.ts'
import { formatDate } from '../../platform/calendar/index.ts'
import {
  type AsOnSource,
  type Contributes,
  cardSource,
  type MenuEntry,
  type NoticeSource,
  timelineSource,
} from '../../platform/contributes/index.ts'
import { CHANGES, COURSE_TYPES, type Code, LEVELS, labelOf, MODES, STATES, SUBJECTS, WAYS } from './codes.ts'

const KIND = 'care-management'
const LABEL = 'ケアマネジメント'

interface TimelineRow {
  id: string
  at: string
  what: 'record' | 'opened' | 'ended' | 'entrusted'
  subject: string | null
  way: string | null
  text: string
  staff_name: string | null
  centre_name: string | null
  mine: boolean
  link: string
}

/** One day is 00:00 of it in Japan. */
const atDay = (day: string) => `(${day}::timestamp at time zone 'Asia/Tokyo')`

const timeline = timelineSource<TimelineRow>({
  kind: KIND,
  label: LABEL,
  query(actor, today, personId, { mine, before, limit }) {
    const scope = (alias: string) => recordCondition(actor, today, { alias, person: 'person_id', next: 4 })
    const { values } = scope('r')
    const parameters: unknown[] = [personId, limit, actor.staffId, ...values]
    const next = parameters.length
    const place = before ? `and (x.at, x.id) < ($${next + 1}::timestamptz, $${next + 2}::uuid)` : ''
    return {
      text: `select x.id, x.at, x.what, x.subject, x.way, x.text, s.name as staff_name, k.short_name as centre_name,
          x.staff_id = $3 as mine, x.link
        from (
          select r.insurer_id, r.id, ${atDay('r.done_on')} as at, 'record' as what, r.subject, r.way, r.result as text, r.staff_id,
            r.recorded_centre_id as centre_id, '/care-management/records/' || r.id as link
          from casework.monitoring r where r.person_id = $1 and r.withdrawn_at is null and ${scope('r').sql}
          union all
          select m.insurer_id, m.id, ${atDay('m.opened_on')}, 'opened', null, null, coalesce(m.type_reason, ''),
            m.created_by, m.centre_id, '/care-management/' || m.id
          from casework.care_management m where m.person_id = $1 and ${scope('m').sql}
          union all
          select m.insurer_id, m.id, ${atDay('m.ended_on')}, 'ended', null, null, m.end_reason, m.staff_id, m.centre_id,
            '/care-management/' || m.id
          from casework.care_management m where m.person_id = $1 and m.state = 'ended' and ${scope('m').sql}
          union all
          select e.insurer_id, e.id, ${atDay('e.valid_from')}, 'entrusted', null, null, o.name, e.sent_by, e.centre_id,
            '/care-management/' || e.course_id
          from casework.entrustment e
          join registers.organisation o on o.insurer_id = e.insurer_id and o.id = e.organisation_id
          where e.person_id = $1 and e.declined_at is null and e.received_at is not null and ${scope('e').sql}
        ) x
        left join registers.staff s on s.insurer_id = x.insurer_id and s.id = x.staff_id
        left join registers.centre k on k.insurer_id = x.insurer_id and k.id = x.centre_id
        where true ${mine ? 'and x.staff_id = $3' : ''} ${place}
        order by x.at desc, x.id desc limit $2`,
      values: before ? [...parameters, before.at, before.id] : parameters,
    }
  },
  toItem: (row) => ({
    id: row.id,
    at: row.at,
    kind: KIND,
    kindLabel: LABEL,
    title: titleOf(row),
    text: row.what === 'entrusted' ? `${row.text} に委託しました。` : row.text,
    staffName: row.staff_name,
    centreName: row.centre_name,
    link: row.link,
    mine: row.mine,
  }),
})

function titleOf({ what, subject, way }: TimelineRow): string {
  if (what === 'opened') return '介護予防ケアマネジメントの開始'
  if (what === 'ended') return '介護予防ケアマネジメントの終了'
  if (what === 'entrusted') return '委託'
  return `${labelOf(SUBJECTS, subject ?? '')}｜${labelOf(WAYS, way ?? '')}`
}

interface CardRow {
  state: string
  type: string | null
  staff_name: string | null
  office_name: string | null
  is_received: boolean | null
  next_due_on: string | null
  evaluation_on: string | null
  has_contract: boolean
  person_id: string
  gaps: string[]
}

const card = cardSource<CardRow>({
  id: KIND,
  query(actor, today, personId) {
    const { sql, values } = recordCondition(actor, today, { alias: 'm', person: 'person_id', next: 3 })
    return {
      text: `select m.person_id, m.state, m.type_decided as type, s.name as staff_name, e.name as office_name,
          e.is_received, m.next_due_on, m.evaluation_on, m.gaps,
          m.contract_consented_on is not null and m.contract_ended_on is null as has_contract
        from casework.care_management m
        left join registers.staff s on s.insurer_id = m.insurer_id and s.id = m.staff_id
        left join lateral (
          select o.name, e.received_at is not null as is_received from casework.entrustment e
          join registers.organisation o on o.insurer_id = e.insurer_id and o.id = e.organisation_id
          where e.insurer_id = m.insurer_id and e.course_id = m.id and e.declined_at is null
            and (e.valid_to is null or e.valid_to >= $2) order by e.valid_from limit 1) e on true
        where m.person_id = $1 and m.state <> 'ended' and ${sql} limit 1`,
      values: [personId, today, ...values],
    }
  },
  toCard([row]) {
    if (!row) return null
    const link = `/people/${row.person_id}/care-management`
    const line = (label: string, value: string) => ({ label, value, link: null })
    const office =
      row.office_name === null ? 'なし' : `${row.office_name}${row.is_received ? '' : '（受領待ち）'}`
    return {
      id: KIND,
      title: LABEL,
      link,
      lines: [
        line('状態', labelOf(STATES, row.state)),
        line('類型', row.type === null ? '未決定' : labelOf(COURSE_TYPES, row.type)),
        line('責任者', row.staff_name ?? '未定'),
        line('委託先', office),
        line('次の期限', row.next_due_on ? formatDate(row.next_due_on, 'short') : nothingDue(row.gaps)),
        line('評価期間の終わり', row.evaluation_on ? formatDate(row.evaluation_on, 'short') : '未入力'),
        ...(row.has_contract ? [] : [line('契約', '同意がありません')]),
      ],
    }
  },
})

const nothingDue = (gaps: readonly string[]): string => (gaps.length > 0 ? '計算できません' : 'ありません')

const menu: MenuEntry = {
  id: KIND,
  label: LABEL,
  may: 'care-management.read',
  link: '/people/{personId}/care-management',
}

/** 受領待ち: of people whom the contractor may not see yet, so a door counts them. */
const waiting: NoticeSource = {
  id: 'entrustments',
  label: '委託の引き継ぎ（受領待ち）',
  link: '/entrustments',
  may: 'entrustment.receive',
  query: () => ({ text: 'select count, told from casework.entrustments_waiting()', values: [] }),
}

const wordsOf = (codes: readonly Code[]) => Object.fromEntries(codes.map(({ code, label }) => [code, label]))

const asOn: AsOnSource[] = [
  {
    table: 'casework.care_management',
    title: 'ケアマネジメント',
    order: 40,
    fields: [
      { column: 'state', label: '状態', words: wordsOf(STATES) },
      { column: 'type_decided', label: '類型', words: wordsOf(COURSE_TYPES) },
      { column: 'level_code', label: '要介護度', words: wordsOf(LEVELS) },
      { column: 'staff_id', label: '責任者' },
      { column: 'start_month', label: 'サービスの開始月' },
      { column: 'mode', label: 'モニタリング', words: wordsOf(MODES) },
      { column: 'plan_from', label: '計画の初日' },
      { column: 'plan_to', label: '計画の終わり' },
      { column: 'evaluation_on', label: '評価期間の終わり' },
      { column: 'contract_consented_on', label: '契約の同意' },
      { column: 'end_reason', label: '終了の理由' },
    ],
  },
  {
    table: 'casework.monitoring',
    title: 'ケアマネジメントの記録',
    order: 41,
    fields: [
      { column: 'done_on', label: '行った日' },
      { column: 'subject', label: '種類', words: wordsOf(SUBJECTS) },
      { column: 'way', label: '方法', words: wordsOf(WAYS) },
      { column: 'result', label: '内容' },
      { column: 'change', label: '状態の変化', words: wordsOf(CHANGES) },
      { column: 'opinion', label: 'センターの意見' },
      { column: 'withdrawn_reason', label: '取下げの理由' },
    ],
  },
]

export const contributes: Contributes = {
  asOn,
  timeline: [timeline],
  cards: [card],
  menu: [menu],
  notices: [waiting],
}
