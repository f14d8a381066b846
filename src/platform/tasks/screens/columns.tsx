import { formatDate } from '../../../platform/calendar/index.ts'
import { AppLink } from '../../../ui/link/index.ts'
import type { Column } from '../../../ui/list/index.ts'
import { Status } from '../../../ui/status/index.ts'
import type { TaskRow } from './api.ts'
import { dueWords } from './due-words.ts'

const who = ({ person }: TaskRow) =>
  person ? (
    <ruby className="whitespace-nowrap">
      {person.name}
      <rp>（</rp>
      <rt className="text-soft">{person.kana}</rt>
      <rp>）</rp>
    </ruby>
  ) : (
    '個人に関わらないもの'
  )

/** Where it comes from, besides the due day: who gave it, what day it had before. */
const what = (row: TaskRow) => (
  <>
    {row.title}
    {row.postponedFrom ? (
      <span className="block text-xs text-soft">
        {formatDate(row.postponedFrom, 'short')} から延期: {row.postponedReason}
      </span>
    ) : null}
    {row.handedByName && row.receivedAt === null ? (
      <span className="block text-xs text-soft">
        {row.handedByName} から {row.holder.name} へ引き継ぎ{row.handedReason ? `: ${row.handedReason}` : ''}
      </span>
    ) : null}
  </>
)

const due = ({ dueOn, daysLeft }: TaskRow) => (
  <span className="flex items-center justify-end gap-2 whitespace-nowrap">
    {formatDate(dueOn, 'short')}
    {daysLeft < 0 ? (
      <Status tone="danger">{dueWords(daysLeft)}</Status>
    ) : daysLeft === 0 ? (
      <Status tone="caution" icon="clock">
        {dueWords(daysLeft)}
      </Status>
    ) : (
      <span>{dueWords(daysLeft)}</span>
    )}
  </span>
)

export const columns: Column<TaskRow>[] = [
  { id: 'person', header: '対象者', cell: who, width: '12rem' },
  { id: 'title', header: 'すること', cell: what },
  { id: 'dueOn', header: '期限', cell: due, isRight: true, width: '11rem' },
  {
    id: 'source',
    header: 'もとの記録',
    width: '8rem',
    cell: (row) =>
      row.sourceLink && row.sourceLink !== '/' ? (
        <AppLink to={row.sourceLink}>{row.kindLabel}</AppLink>
      ) : (
        row.kindLabel
      ),
  },
]
