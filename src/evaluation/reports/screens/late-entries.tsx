import { useQuery } from '@tanstack/react-query'
import { formatDate } from '../../../platform/calendar/index.ts'
import { dayInJapan, timeInJapan } from '../../../ui/clock/clock.ts'
import { Empty } from '../../../ui/empty/index.ts'
import { AppLink } from '../../../ui/link/index.ts'
import { type Column, List } from '../../../ui/list/index.ts'
import { Status, type Tone } from '../../../ui/status/index.ts'
import { lateQuery, type Place } from './api.ts'

type Row = Awaited<ReturnType<ReturnType<typeof lateQuery>['queryFn']>>['rows'][number]

const CHANGES: Readonly<Record<Row['change'], readonly [string, Tone]>> = {
  added: ['追加', 'info'],
  removed: ['減', 'caution'],
  changed: ['変更', 'neutral'],
}

const columns: Column<Row>[] = [
  { id: 'day', header: '業務の日', width: '6rem', cell: ({ day }) => formatDate(day, 'short') },
  {
    id: 'change',
    header: '変わり方',
    width: '6rem',
    cell: ({ change }) => <Status tone={CHANGES[change][1]}>{CHANGES[change][0]}</Status>,
  },
  { id: 'what', header: '何が', cell: ({ what }) => what },
  { id: 'kind', header: '業務', cell: ({ kindLabel }) => kindLabel },
  {
    id: 'person',
    header: '対象者',
    cell: ({ person, link }) => (
      <>
        {person ? <AppLink to={`/people/${person.id}`}>{person.name}</AppLink> : '—'}
        {link ? (
          <>
            {'　'}
            <AppLink to={link}>記録を開く</AppLink>
          </>
        ) : null}
      </>
    ),
  },
  { id: 'by', header: 'だれが', cell: ({ by }) => by ?? '不明' },
  {
    id: 'at',
    header: 'いつ',
    cell: ({ at }) => (at ? `${formatDate(dayInJapan(at), 'short')} ${timeInJapan(at)}` : '不明'),
  },
]

/** 確定後の変更: why the present figures differ from the submitted ones. */
export function LateEntries({ place, number }: { place: Place; number: number }) {
  const { data, error, refetch } = useQuery(lateQuery(place))
  return (
    <>
      <p className="mb-2 text-sm">
        第{number}
        版を確定したあとに、この月の記録に起きたことです。確定値は動きません。直すときは訂正版を出します。
      </p>
      <List<Row>
        label="確定後の変更"
        columns={columns}
        rows={data?.rows}
        rowKey={({ journalId }) => journalId}
        error={error}
        onRetry={() => void refetch()}
        empty={<Empty title="確定後に変わった記録はありません" />}
      />
    </>
  )
}
