import './policy.ts'
import type { AsOnSource, Contributes, NoticeSource } from '../../platform/contributes/index.ts'
import { timelineSource } from '../../platform/contributes/index.ts'
import { CALLERS, CHANNELS, type Code, labelOf, TOPICS } from './codes.ts'
import { readable } from './scope.ts'

interface TimelineRow {
  id: string
  received_at: string
  channel: string
  caller: string
  topics: string[]
  text: string
  answer: string | null
  staff_name: string | null
  centre_name: string | null
  mine: boolean
}

const KIND = 'consultation'
const LABEL = '相談'

const timeline = timelineSource<TimelineRow>({
  kind: KIND,
  label: LABEL,
  query(actor, today, personId, { mine, before, limit }) {
    const { sql, values } = readable(actor, today, 4)
    const parameters: unknown[] = [personId, limit, actor.staffId, ...values]
    const place = before
      ? `and (c.received_at, c.id) < ($${parameters.length + 1}::timestamptz, $${parameters.length + 2}::uuid)`
      : ''
    return {
      text: `select c.id, c.received_at, c.channel, c.caller, c.topics, c.text, c.answer, s.name as staff_name,
          k.short_name as centre_name, c.staff_id = $3 as mine
        from casework.consultation c
        left join registers.staff s on s.insurer_id = c.insurer_id and s.id = c.staff_id
        left join registers.centre k on k.insurer_id = c.insurer_id and k.id = c.recorded_centre_id
        where c.person_id = $1 and c.withdrawn_at is null and ${sql} ${mine ? 'and c.staff_id = $3' : ''} ${place}
        order by c.received_at desc, c.id desc limit $2`,
      values: before ? [...parameters, before.at, before.id] : parameters,
    }
  },
  toItem: (row) => ({
    id: row.id,
    at: row.received_at,
    kind: KIND,
    kindLabel: LABEL,
    title: titleOf(row),
    text: row.answer ? `${row.text}\n\n対応: ${row.answer}` : row.text,
    staffName: row.staff_name,
    centreName: row.centre_name,
    link: `/consultations/${row.id}`,
    mine: row.mine,
  }),
})

/** 「電話・子｜認知症、介護保険・認定」 */
function titleOf({ channel, caller, topics }: TimelineRow): string {
  const about = topics.map((topic) => labelOf(TOPICS, topic)).join('、') || '相談内容の記録なし'
  return `${labelOf(CHANNELS, channel)}・${labelOf(CALLERS, caller)}｜${about}`
}

/** 届いた紹介: of people whom the addressee may not see, so a door counts them. */
const referrals: NoticeSource = {
  id: 'referrals',
  label: '届いた紹介（受領待ち）',
  link: '/referrals',
  may: 'referral.receive',
  query: () => ({ text: 'select count, told from casework.referrals_waiting()', values: [] }),
}

const wordsOf = (codes: readonly Code[]) => Object.fromEntries(codes.map(({ code, label }) => [code, label]))

const asOn: AsOnSource = {
  table: 'casework.consultation',
  title: '相談記録',
  order: 20,
  fields: [
    { column: 'received_at', label: '受付' },
    { column: 'channel', label: '相談方法', words: wordsOf(CHANNELS) },
    { column: 'caller', label: '相談者', words: wordsOf(CALLERS) },
    { column: 'topics', label: '分類', words: wordsOf(TOPICS) },
    { column: 'text', label: '相談の内容' },
    { column: 'answer', label: '対応の内容' },
    { column: 'next_action', label: '次の対応' },
    { column: 'due_on', label: '期限' },
    { column: 'withdrawn_reason', label: '取下げの理由' },
  ],
}

export const contributes: Contributes = {
  asOn: [asOn],
  timeline: [timeline],
  notices: [referrals],
}
