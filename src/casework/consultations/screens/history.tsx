import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { dayInJapan, timeInJapan } from '../../../ui/clock/clock.ts'
import { Empty, Failure, Loading } from '../../../ui/empty/index.ts'
import { recordHistory } from './api.ts'
import { fieldWord, valueWord } from './field-words.ts'

/** Who changed what; asked for only when somebody wants to see it, for reading it is on record. */
export function RecordHistory({ id }: { id: string }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <section aria-label="変更の経過" className="mt-4 print:hidden">
      <Button size="small" look="quiet" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
        {isOpen ? '変更の経過を閉じる' : '変更の経過を見る'}
      </Button>
      {isOpen ? <Changes id={id} /> : null}
    </section>
  )
}

function Changes({ id }: { id: string }) {
  const query = useQuery({ queryKey: ['consultation-history', id], queryFn: () => recordHistory(id) })
  if (query.error) return <Failure error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <Loading />
  if (query.data.changes.length === 0) return <Empty title="記録してから、変更はありません" />
  return (
    <ol className="text-sm">
      {query.data.changes.map((change) => (
        <li key={change.version} className="border-b border-line py-2">
          <p className="text-soft">
            {change.changedAt
              ? `${formatDate(dayInJapan(change.changedAt), 'short')} ${timeInJapan(change.changedAt)}`
              : ''}
            　{change.changedBy?.name ?? '記録者不明'}
          </p>
          <ul>
            {change.fields
              .filter(({ field }) => fieldWord(field) !== null)
              .map(({ field, before, after }) => (
                <li key={field}>
                  {fieldWord(field)}: <del>{valueWord(field, before)}</del> →{' '}
                  <ins>{valueWord(field, after)}</ins>
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
