import './policy.ts'
import { recordCondition } from '../../platform/access/index.ts'
import { formatDate } from '../../platform/calendar/index.ts'
import {
  type AsOnSource,
  type Card,
  type Contributes,
  cardSource,
  timelineSource,
} from '../../platform/contributes/index.ts'
import { JUDGEMENTS, type Judgement, labelOf, METHODS } from './codes.ts'
import { criterionLabels } from './labels.ts'

const KIND = 'checklist'
const LABEL = '基本チェックリスト'

interface TimelineRow {
  id: string
  at: string
  answered_on: string
  method: string
  judgement: Judgement
  confirmed: Judgement | null
  met: string[]
  known: number
  unknown: number
  note: string | null
  staff_name: string | null
  centre_name: string | null
  mine: boolean
}

/** The day of the answers, at 00:00 of it in Japan. */
const AT = `(c.answered_on::timestamp at time zone 'Asia/Tokyo')`

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
      text: `select c.id, ${AT} as at, c.answered_on, c.method, c.judgement, c.confirmed_judgement as confirmed, c.met,
          c.known_points as known, c.unknown_points as unknown, c.note, s.name as staff_name, k.short_name as centre_name,
          c.staff_id = $3 as mine
        from casework.checklist c
        left join registers.staff s on s.insurer_id = c.insurer_id and s.id = c.staff_id
        left join registers.centre k on k.insurer_id = c.insurer_id and k.id = c.recorded_centre_id
        where c.person_id = $1 and c.withdrawn_at is null and ${sql} ${mine ? 'and c.staff_id = $3' : ''} ${place}
        order by c.answered_on desc, c.id desc limit $2`,
      values: before ? [...parameters, before.at, before.id] : parameters,
    }
  },
  toItem: (row) => ({
    id: row.id,
    at: row.at,
    kind: KIND,
    kindLabel: LABEL,
    title: `${labelOf(METHODS, row.method)}｜${judgedWords(row)}`,
    text: [
      row.met.length > 0
        ? `該当した基準: ${criterionLabels(row.met, row.answered_on)}`
        : '該当した基準: なし',
      `合計 ${totalWords(row)}`,
      ...(row.note ? [row.note] : []),
    ].join('\n'),
    staffName: row.staff_name,
    centreName: row.centre_name,
    link: `/checklists/${row.id}`,
    mine: row.mine,
  }),
})

/** 「基準に該当」 when confirmed, 「基準に該当（判定案）」 before. */
const judgedWords = ({
  judgement,
  confirmed,
}: {
  judgement: Judgement
  confirmed: Judgement | null
}): string => (confirmed ? labelOf(JUDGEMENTS, confirmed) : `${labelOf(JUDGEMENTS, judgement)}（判定案）`)
/** 7点 · 3～5点（不明2） */
const totalWords = ({ known, unknown }: { known: number; unknown: number }): string =>
  unknown === 0 ? `${known}点` : `${known}～${known + unknown}点（不明${unknown}）`

interface CardRow {
  id: string
  person_id: string
  answered_on: string
  judgement: Judgement
  confirmed: Judgement | null
  known: number
  unknown: number
}

/** The latest judgement and the totals of the last days. */
const card = cardSource<CardRow>({
  id: KIND,
  query(actor, today, personId) {
    const { sql, values } = recordCondition(actor, today, { alias: 'c', person: 'person_id', next: 2 })
    return {
      text: `select c.id, c.person_id, c.answered_on, c.judgement, c.confirmed_judgement as confirmed, c.known_points as known,
          c.unknown_points as unknown
        from casework.checklist c where c.person_id = $1 and c.withdrawn_at is null and ${sql}
        order by c.answered_on desc, c.id desc limit 3`,
      values: [personId, ...values],
    }
  },
  toCard(rows): Card | null {
    const [latest] = rows
    if (!latest) return null
    return {
      id: KIND,
      title: LABEL,
      lines: [
        { label: '判定', value: judgedWords(latest), link: `/checklists/${latest.id}` },
        ...rows.map((row) => ({
          label: formatDate(row.answered_on, 'short'),
          value: `合計 ${totalWords(row)}`,
          link: `/checklists/${row.id}`,
        })),
      ],
      link: `/people/${latest.person_id}/checklists`,
    }
  },
})

const wordsOf = (codes: readonly { code: string; label: string }[]) =>
  Object.fromEntries(codes.map(({ code, label }) => [code, label]))

const asOn: AsOnSource = {
  table: 'casework.checklist',
  title: LABEL,
  order: 50,
  fields: [
    { column: 'answered_on', label: '実施日' },
    { column: 'method', label: '方法', words: wordsOf(METHODS) },
    { column: 'judgement', label: '判定案', words: wordsOf(JUDGEMENTS) },
    { column: 'confirmed_judgement', label: '確認した判定', words: wordsOf(JUDGEMENTS) },
    { column: 'confirmed_reason', label: '判定案と違う理由' },
    { column: 'known_points', label: '該当した項目（数）' },
    { column: 'unknown_points', label: '答えのない項目（数）' },
    { column: 'note', label: '備考' },
    { column: 'withdrawn_reason', label: '取下げの理由' },
  ],
}

export const contributes: Contributes = {
  timeline: [timeline],
  cards: [card],
  asOn: [asOn],
  menu: [
    {
      id: 'checklists',
      label: 'チェックリストの推移',
      may: 'checklist.read',
      link: '/people/{personId}/checklists',
    },
    {
      id: 'checklist-new',
      label: '基本チェックリストを入力',
      may: 'checklist.write',
      link: '/people/{personId}/checklists/new',
    },
  ],
}
