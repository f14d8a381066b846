import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { Empty, Failure } from '../../../ui/empty/index.ts'
import { AppLink, linkClass } from '../../../ui/link/index.ts'
import { List } from '../../../ui/list/index.ts'
import { JobProgress } from '../../../ui/progress/index.ts'
import { Status } from '../../../ui/status/index.ts'
import type { GroupRow, ProposedPerson } from '../schema.ts'
import { fetchPeople, groupOf, startMove } from './api.ts'

type GroupPanelProps = {
  row: GroupRow
  day: string
  isToday: boolean
  onClose: () => void
  onMoved: () => Promise<void>
}

/** The people of one group; some may be left out, the rest go together with a bar. */
export function GroupPanel({ row, day, isToday, onClose, onMoved }: GroupPanelProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const [except, setExcept] = useState<ReadonlySet<string>>(new Set())
  const [jobId, setJob] = useState<string | null>(null)
  const [error, setError] = useState<Error | null>(null)
  const group = groupOf(row)
  useEffect(() => heading.current?.focus(), [])
  const query = useInfiniteQuery({
    queryKey: ['area-moves', 'people', day, row],
    queryFn: ({ pageParam }) => fetchPeople(day, group, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })
  const people = query.data?.pages.flatMap(({ items }) => items)
  const toggle = (id: string) => {
    const next = new Set(except)
    if (!next.delete(id)) next.add(id)
    setExcept(next)
  }
  const start = async () => {
    setError(null)
    try {
      setJob(await startMove(group, [...except]))
    } catch (cause) {
      setError(cause instanceof Error ? cause : new Error(String(cause)))
    }
  }
  const count = row.count - except.size
  const title = `${row.fromCentre ?? '担当なし'} → ${row.toCentre ?? '担当なし'}（${row.toArea}）`
  return (
    <section aria-label={title} className="rounded-lg border border-line p-4">
      <h2 ref={heading} tabIndex={-1} className="mb-2 text-lg font-bold">
        {title}
      </h2>
      <p className="mb-2 text-sm text-soft">
        閲覧できる人: 保険者職員。開いたことは、一人ひとりの監査に残ります。
      </p>
      {error ? <Failure error={error} /> : null}
      {jobId ? (
        <JobProgress jobId={jobId} label="引き継いでいます" onEnd={() => void onMoved()} />
      ) : (
        <div className="mb-3 flex flex-wrap gap-3 print:hidden">
          <Button
            look="primary"
            isDisabled={!isToday || count < 1 || !row.hasReceiver}
            onPress={() => void start()}
          >
            {count.toLocaleString('ja-JP')}人をまとめて引き継ぐ
          </Button>
          <Button look="quiet" onPress={onClose}>
            閉じる
          </Button>
        </div>
      )}
      <List<ProposedPerson>
        label="この組の人"
        rows={people}
        error={query.error}
        onRetry={() => void query.refetch()}
        rowKey={({ id }) => id}
        empty={<Empty title="この組の人はいません" />}
        more={{
          hasMore: query.hasNextPage,
          isLoading: query.isFetchingNextPage,
          load: () => void query.fetchNextPage(),
          size: 100,
        }}
        columns={[
          {
            id: 'choice',
            header: '引き継ぐ',
            width: '5rem',
            cell: ({ id, name, wasUndone }) =>
              wasUndone ? (
                <Status tone="neutral">戻した人</Status>
              ) : (
                <input
                  type="checkbox"
                  checked={!except.has(id)}
                  onChange={() => toggle(id)}
                  aria-label={`${name}を引き継ぐ`}
                  className="size-5 align-middle accent-accent print:hidden"
                />
              ),
          },
          {
            id: 'name',
            header: '氏名',
            cell: ({ id, name, kana }) => (
              <>
                <AppLink to={`/people/${id}`} className={linkClass}>
                  {name}
                </AppLink>
                <span className="block text-xs text-soft">{kana}</span>
              </>
            ),
          },
          {
            id: 'birth',
            header: '生年月日',
            isRight: true,
            cell: ({ birthOn }) => (birthOn ? formatDate(birthOn as IsoDate, 'short') : '不明'),
          },
          { id: 'town', header: '町', cell: ({ town }) => town ?? '（表示しません）' },
        ]}
      />
    </section>
  )
}
