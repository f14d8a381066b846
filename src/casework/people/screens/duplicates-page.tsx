import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { dayInJapan, timeInJapan } from '../../../ui/clock/clock.ts'
import { Empty, Failure } from '../../../ui/empty/index.ts'
import { useAddressWord } from '../../../ui/link/index.ts'
import { FilterChips, List } from '../../../ui/list/index.ts'
import { JobProgress, type JobState } from '../../../ui/progress/index.ts'
import { PageHead } from '../../../ui/shell/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import type { Pair } from '../duplicates/schema.ts'
import { decidePair, fetchPairs, pairsKey, startSearch } from './api-duplicates.ts'
import { DifferentPanel } from './different-panel.tsx'
import { pairColumns } from './pair-columns.tsx'

/** 重複の候補: two records side by side, why they may be one person, and the two ways on: merge, or 別の方. */
export default function DuplicatesPage() {
  const client = useQueryClient()
  const show = useToast()
  const [word, setWord] = useAddressWord('state', 'open')
  const state = word === 'different' ? 'different' : 'open'
  const [jobId, setJob] = useState<string | null>(null)
  const [isSearching, setSearching] = useState(false)
  const [error, setError] = useState<Error | null>(null)
  const [asked, setAsked] = useState<Pair | null>(null)
  const query = useInfiniteQuery({
    queryKey: [...pairsKey, state],
    queryFn: ({ pageParam }) => fetchPairs(state, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    gcTime: 60_000, // names do not stay in the memory of the page
  })
  const rows = query.data?.pages.flatMap(({ items }) => items)
  const foundAt = query.data?.pages[0]?.foundAt ?? null
  const refresh = () => client.invalidateQueries({ queryKey: pairsKey })
  const trying = async (deed: () => Promise<void>) => {
    setError(null)
    try {
      await deed()
    } catch (cause) {
      setError(cause instanceof Error ? cause : new Error(String(cause)))
    }
  }
  const search = async () => {
    setJob(await startSearch())
    setSearching(true)
  }
  const onSearched = (last: JobState) => {
    setSearching(false)
    if (last.state !== 'done') return // the bar says why
    setJob(null)
    show('重複の候補を探し終えました')
    void refresh()
  }
  const reopen = ({ id, version }: Pair) =>
    trying(async () => {
      await decidePair(id, { version, isDifferent: false, reason: '' })
      await refresh()
      show('候補に戻しました')
    })
  return (
    <>
      <PageHead
        title="重複の候補"
        lead="保険者全体の記録から、同じ方かもしれない二つを探します。一致した欄の点で並びます。同じ方かどうかは、人が決めます。"
        actions={
          <Button look="primary" isDisabled={isSearching} onPress={() => void trying(search)}>
            {foundAt ? 'もう一度探す' : '重複を探す'}
          </Button>
        }
      />
      <p className="mb-2 text-sm text-soft">
        閲覧できる人: 保険者職員。一覧を開いたことは、出た方一人ひとりの監査に残ります。
        {foundAt
          ? ` 最後に探した日時: ${formatDate(dayInJapan(foundAt), 'short')} ${timeInJapan(foundAt)}`
          : ''}
      </p>
      {error ? <Failure error={error} /> : null}
      {jobId ? (
        <JobProgress key={jobId} jobId={jobId} label="重複の候補を探しています" onEnd={onSearched} />
      ) : null}
      <FilterChips
        label="表示"
        chips={[
          { id: 'open', label: '決めていないもの' },
          { id: 'different', label: '別の方と決めたもの' },
        ]}
        selected={[state]}
        onChange={([one]) => setWord(one ?? 'open')}
        isSingle
      />
      <List<Pair>
        label={state === 'open' ? '重複の候補' : '別の方と決めた組'}
        rows={rows}
        error={query.error}
        onRetry={() => void query.refetch()}
        rowKey={({ id }) => id}
        columns={pairColumns(state, { onDifferent: setAsked, onReopen: (pair) => void reopen(pair) })}
        more={{
          hasMore: query.hasNextPage,
          isLoading: query.isFetchingNextPage,
          load: () => void query.fetchNextPage(),
          size: 50,
        }}
        empty={
          state === 'different' ? (
            <Empty title="別の方と決めた組はありません" />
          ) : (
            <Empty title={foundAt ? '決めていない候補はありません' : 'まだ探していないか、候補がありません'}>
              「{foundAt ? 'もう一度探す' : '重複を探す'}
              」で、保険者全体の記録を見比べます。20万人で10秒ほどです。
            </Empty>
          )
        }
      />
      {asked ? (
        <DifferentPanel
          pair={asked}
          onClose={() => setAsked(null)}
          onSave={async (reason) => {
            const { id, version } = asked
            await decidePair(id, { version, isDifferent: true, reason })
            setAsked(null)
            await refresh()
            show('別の方と決めました。「別の方と決めたもの」から戻せます')
          }}
        />
      ) : null}
    </>
  )
}
