import { useInfiniteQuery } from '@tanstack/react-query'
import { formatDate, isIsoDate } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { dayInJapan, timeInJapan } from '../../../ui/clock/clock.ts'
import { Empty, Failure, Loading } from '../../../ui/empty/index.ts'
import { AppLink, useAddressWord, usePathParam } from '../../../ui/link/index.ts'
import { PageHead } from '../../../ui/shell/index.ts'
import { Status } from '../../../ui/status/index.ts'
import { Tabs } from '../../../ui/tabs/index.ts'
import type { History, HistoryEntry, Sheet } from '../schema-sheet.ts'
import { fetchHistory } from './api.ts'
import { AsOn } from './as-on.tsx'
import { PersonHead, WithSheet } from './person-page.tsx'

export default function HistoryPage() {
  const id = usePathParam('id')
  return <WithSheet id={id}>{(sheet) => <PersonHistory key={id} sheet={sheet} />}</WithSheet>
}

const when = (instant: string) => `${formatDate(dayInJapan(instant))} ${timeInJapan(instant)}`

/** Two views: each change, newest first; and the whole record as it stood on a day. */
function PersonHistory({ sheet }: { sheet: Sheet }) {
  const { person } = sheet
  const [view, setView] = useAddressWord('view', 'changes')
  return (
    <>
      <PersonHead sheet={sheet} />
      <PageHead
        title="変更の履歴"
        lead="だれが、いつ、何を変えたか。前の内容は消えません。"
        actions={<AppLink to={`/people/${person.id}`}>フェースシートに戻る</AppLink>}
      />
      <Tabs
        label="履歴の見方"
        selected={view === 'day' ? 'day' : 'changes'}
        onChange={setView}
        tabs={[
          { id: 'changes', label: '変更の一覧', content: <Changes sheet={sheet} /> },
          { id: 'day', label: 'ある日の姿', content: <AsOn personId={person.id} today={sheet.today} /> },
        ]}
      />
    </>
  )
}

/** As it was: what each change replaced, newest first, down to the beginning of the record. */
function Changes({ sheet }: { sheet: Sheet }) {
  const { person } = sheet
  const query = useInfiniteQuery({
    queryKey: ['person', person.id, 'history'],
    queryFn: ({ pageParam }) => fetchHistory(person.id, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: History) => page.nextCursor ?? undefined,
  })
  const entries = query.data?.pages.flatMap((page) => page.items)
  return (
    <>
      {query.error ? <Failure error={query.error} onRetry={() => void query.refetch()} /> : null}
      {entries || query.error ? null : <Loading />}
      {entries?.length === 0 ? <Empty title="登録されてから、変わったところはありません" /> : null}
      <ol className="mt-4 flex flex-col gap-4">
        {entries?.map((entry) => (
          <Change key={entry.id} entry={entry} />
        ))}
        {entries && !query.hasNextPage ? (
          <li className="border-t border-line pt-3 text-sm">
            <span className="mr-3">{when(person.createdAt)}</span>
            {person.source === 'core-system' ? '基幹系システムから取り込みました' : '手で登録しました'}
            （最初の版）
          </li>
        ) : null}
      </ol>
      {query.hasNextPage ? (
        <div className="mt-4">
          <Button size="small" onPress={() => query.isFetchingNextPage || void query.fetchNextPage()}>
            {query.isFetchingNextPage ? '読み込んでいます…' : 'もっと前の変更を読み込む'}
          </Button>
        </div>
      ) : null}
    </>
  )
}

/** Days come as ISO days, whatever the field. */
const shown = (value: string | null): string => {
  if (value === null) return '（外しました）'
  if (value === '') return '（空欄）'
  return isIsoDate(value) ? formatDate(value) : value
}

function Change({ entry }: { entry: HistoryEntry }) {
  const title = `${when(entry.changedAt)} ${entry.recordLabel}`
  const isRemoval = entry.operation === 'delete'
  const changes = entry.changes.filter(({ before }) => !(isRemoval && before === ''))
  return (
    <li data-keep-together="" className="border-t border-line pt-3">
      <p className="flex flex-wrap items-center gap-x-3">
        <time dateTime={entry.changedAt} className="font-bold tabular-nums">
          {when(entry.changedAt)}
        </time>
        <span>{entry.changedByName ?? 'システム（取り込みなど）'}</span>
        <span>{entry.recordLabel}</span>
        {entry.version === null ? null : (
          <span className="text-sm text-soft">第{entry.version}版を置き換え</span>
        )}
        {isRemoval ? <Status tone="neutral">外しました</Status> : null}
      </p>
      <table className="mt-1 w-full max-w-4xl table-fixed border-collapse text-sm">
        <caption className="sr-only">{title}</caption>
        <thead className="bg-shade">
          <tr>
            <th scope="col" className="w-40 px-2 py-0.5 text-left">
              項目
            </th>
            <th scope="col" className="px-2 py-0.5 text-left">
              前
            </th>
            <th scope="col" className="px-2 py-0.5 text-left">
              後
            </th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ field, label, before, after }) => (
            <tr key={field} className="border-b border-line align-top">
              <th scope="row" className="px-2 py-0.5 text-left font-normal text-soft">
                {label}
              </th>
              <td className="px-2 py-0.5">{shown(before)}</td>
              <td className="px-2 py-0.5">{shown(after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </li>
  )
}
