import './policy.ts'
import './words.ts'
import { recordCondition } from '../../platform/access/index.ts'
import { daysBetween, formatDate } from '../../platform/calendar/index.ts'
import {
  type AsOnSource,
  type Contributes,
  cardSource,
  timelineSource,
} from '../../platform/contributes/index.ts'
import { APPLICATION_KINDS, BASES, CERTIFICATION_STATES, LEVELS, labelOf, levelLabel } from './codes.ts'
import { independenceWord } from './rules/independence.ts'
import { HAS_PERIOD } from './store.ts'

interface TimelineRow {
  id: string
  at: string
  kind: string
  state: string
  basis: string
  level: string | null
  valid_from: string | null
  valid_to: string | null
  applied_on: string | null
  closed_reason: string | null
  note: string | null
  staff_name: string | null
  mine: boolean
}

const KIND = 'certification'
const LABEL = '要介護認定'

/** The day that the entry is about, at 00:00 of it in Japan; an application without a day counts where it was written. */
const AT = `(coalesce(c.decided_on, c.closed_on, c.applied_on, c.confirmed_on, (c.created_at at time zone 'Asia/Tokyo')::date)::timestamp
  at time zone 'Asia/Tokyo')`

const timeline = timelineSource<TimelineRow>({
  kind: KIND,
  label: LABEL,
  query(actor, today, personId, { mine, before, limit }) {
    const { sql, values } = recordCondition(actor, today, { alias: 'c', person: 'person_id', next: 4 })
    const parameters: unknown[] = [personId, limit, actor.staffId, ...values]
    const place = before
      ? `and (${AT}, c.id) < ($${parameters.length + 1}::timestamptz, $${parameters.length + 2}::uuid)`
      : ''
    return {
      text: `select c.id, ${AT} as at, c.kind, c.state, c.basis, c.level, c.valid_from, c.valid_to, c.applied_on,
          c.closed_reason, c.note, s.name as staff_name, c.created_by = $3 as mine
        from casework.certification c
        left join registers.staff s on s.insurer_id = c.insurer_id and s.id = c.created_by
        where c.person_id = $1 and ${sql} ${mine ? 'and c.created_by = $3' : ''} ${place}
        order by ${AT} desc, c.id desc limit $2`,
      values: before ? [...parameters, before.at, before.id] : parameters,
    }
  },
  toItem: (row) => ({
    id: row.id,
    at: row.at,
    kind: KIND,
    kindLabel: LABEL,
    title: titleOf(row),
    text: [
      row.valid_from && row.valid_to
        ? `有効期間 ${formatDate(row.valid_from)}から${formatDate(row.valid_to)}まで（${labelOf(BASES, row.basis)}）`
        : row.applied_on
          ? `申請の受付 ${formatDate(row.applied_on)}`
          : '',
      row.closed_reason ? `理由: ${row.closed_reason}` : '',
      row.note ?? '',
    ]
      .filter(Boolean)
      .join('\n'),
    staffName: row.staff_name,
    centreName: null,
    link: `/certifications/${row.id}`,
    mine: row.mine === true,
  }),
})

/** 「更新申請｜申請中」「新規申請｜要支援1」 */
const titleOf = ({ kind, state, level }: TimelineRow): string =>
  `${labelOf(APPLICATION_KINDS, kind)}｜${
    state === 'decided' && level ? levelLabel(level) : labelOf(CERTIFICATION_STATES, state)
  }`

interface CardRow {
  state: string
  kind: string
  applied_on: string | null
  level: string | null
  valid_from: string | null
  last_day: string | null
  disability: string | null
  dementia: string | null
  today: string
}

/** The 認定 in force or the last one, its end, and what is applied for. */
const card = cardSource<CardRow>({
  id: KIND,
  query(actor, today, personId) {
    const { sql, values } = recordCondition(actor, today, { alias: 'c', person: 'person_id', next: 3 })
    return {
      text: `select c.state, c.kind, c.applied_on, c.level, c.valid_from, c.last_day, c.disability, c.dementia, $2::date as today
        from (
          select c.state, c.kind, c.applied_on, c.level, c.valid_from, c.id,
            coalesce(c.disability_by_doctor, c.disability_by_examiner) as disability,
            coalesce(c.dementia_by_doctor, c.dementia_by_examiner) as dementia,
            case when ${HAS_PERIOD('c')} then least(c.valid_to, c.ended_on, (select min(n.valid_from) - 1
              from casework.certification n where n.insurer_id = c.insurer_id and n.person_id = c.person_id
                and n.valid_from > c.valid_from and ${HAS_PERIOD('n')})) end as last_day
          from casework.certification c
          where c.person_id = $1 and c.state in ('received', 'decided', 'cancelled') and ${sql}) c
        order by c.state = 'received' desc, (c.valid_from <= $2::date and c.last_day >= $2::date) desc nulls last,
          c.valid_from desc nulls last, c.id desc
        limit 4`,
      values: [personId, today, ...values],
    }
  },
  toCard(rows) {
    const open = rows.filter(({ state }) => state === 'received')
    const current = rows.find(({ last_day }) => last_day !== null)
    if (open.length === 0 && !current) return null
    return {
      id: KIND,
      title: LABEL,
      link: null,
      lines: [...(current ? linesOf(current) : []), ...open.map(openLine)],
    }
  },
})

function linesOf({ level, valid_from, last_day, disability, dementia, today }: CardRow) {
  if (level === null || valid_from === null || last_day === null) return []
  const line = (label: string, value: string) => ({ label, value, link: null })
  return [
    line('区分', levelLabel(level)),
    line('有効期間', `${formatDate(valid_from, 'short')}～${formatDate(last_day, 'short')}`),
    line('残り', daysLeftWord(daysBetween(today, last_day))),
    ...(disability ? [line('寝たきり度', independenceWord('disability', disability))] : []),
    ...(dementia ? [line('認知症', independenceWord('dementia', dementia))] : []),
  ]
}

const openLine = ({ kind, applied_on }: CardRow) => ({
  label: '申請中',
  value: `${labelOf(APPLICATION_KINDS, kind)}（${applied_on ? `${formatDate(applied_on, 'short')} 受付` : '受付日は未確認'}）`,
  link: null,
})

/** 「あと39日」「今日まで」「39日前に終わりました」 */
export const daysLeftWord = (days: number): string =>
  days > 0 ? `あと${days}日` : days === 0 ? '今日まで' : `${-days}日前に終わりました`

const wordsOf = (codes: readonly { code: string; label: string }[]) =>
  Object.fromEntries(codes.map(({ code, label }) => [code, label]))

const asOn: AsOnSource = {
  table: 'casework.certification',
  title: LABEL,
  order: 40,
  fields: [
    { column: 'kind', label: '申請区分', words: wordsOf(APPLICATION_KINDS) },
    { column: 'state', label: '状態', words: wordsOf(CERTIFICATION_STATES) },
    { column: 'basis', label: '根拠', words: wordsOf(BASES) },
    { column: 'applied_on', label: '申請の受付日' },
    { column: 'decided_on', label: '認定年月日' },
    { column: 'level', label: '区分', words: wordsOf(LEVELS) },
    { column: 'valid_from', label: '有効期間の始まり' },
    { column: 'valid_to', label: '有効期間の終わり' },
    { column: 'ended_on', label: '効力の最後の日' },
    { column: 'closed_reason', label: '取下げ・却下・取消の理由' },
    { column: 'note', label: '備考' },
  ],
}

export const contributes: Contributes = {
  timeline: [timeline],
  cards: [card],
  asOn: [asOn],
  menu: [
    {
      id: 'certifications',
      label: '要介護認定',
      may: 'certification.read',
      link: '/people/{personId}/certifications',
    },
  ],
}
