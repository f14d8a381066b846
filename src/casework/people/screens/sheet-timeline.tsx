import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useId, useState } from 'react'
import { Button } from '../../../ui/button/index.ts'
import { Empty, Failure, Loading } from '../../../ui/empty/index.ts'
import { useAddressWord } from '../../../ui/link/index.ts'
import { FilterChips } from '../../../ui/list/index.ts'
import { Status } from '../../../ui/status/index.ts'
import { TimelineEntries, type TimelineItem } from '../../../ui/timeline/index.ts'
import type { Timeline } from '../schema-sheet.ts'
import { fetchTimeline } from './api.ts'

/** One page as a rule; while somebody searches the pages are as large as the server gives. */
const PAGE = 30
const LARGE_PAGE = 200
/** More does not fit on the one A4 page beside the cards. */
const ON_PAPER = 6

const folded = (text: string) => text.normalize('NFKC').toLowerCase()

const toItem = (one: Timeline['items'][number]): TimelineItem => ({
  id: one.id,
  at: one.at,
  kind: one.kindLabel,
  title: one.title,
  meta: [one.centreName, one.staffName].filter(Boolean).join(' '),
  body: one.text.replace(/\n{2,}/gu, '\n'),
  href: one.link ?? undefined,
  mark: one.mine ? <Status tone="info">自分の記録</Status> : undefined,
})

/** What happened, newest first. Kind and 「自分だけ」 stand in the address; the search word never does. */
export function SheetTimeline({ personId }: { personId: string }) {
  const [kind, setKind] = useAddressWord('kind', '')
  const [mine, setMine] = useAddressWord('mine', '')
  const [word, setWord] = useState('')
  const wanted = folded(word.trim())
  const isSearching = wanted !== ''
  const query = useInfiniteQuery({
    queryKey: ['person', personId, 'timeline', kind, mine],
    queryFn: ({ pageParam }) => {
      const limit = pageParam === undefined ? PAGE : LARGE_PAGE
      return fetchTimeline(personId, { kind, isMine: mine === 'true', limit }, pageParam)
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: Timeline) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })
  const { hasNextPage, isFetchingNextPage, fetchNextPage, isError } = query
  useEffect(() => {
    // A search is over all of it: the older pages come by themselves.
    if (isSearching && hasNextPage && !isFetchingNextPage && !isError) void fetchNextPage()
  }, [isSearching, hasNextPage, isFetchingNextPage, isError, fetchNextPage])

  const all = query.data?.pages.flatMap((page) => page.items)
  const kinds = query.data?.pages[0]?.kinds ?? []
  const shown = all?.filter(({ title, text, staffName }) =>
    folded(`${title} ${text} ${staffName ?? ''}`).includes(wanted),
  )
  const isFiltered = kind !== '' || mine !== '' || isSearching
  return (
    <section aria-labelledby="timeline-heading" className="min-w-0">
      <div className="flex flex-wrap items-center gap-x-5">
        <h2 id="timeline-heading" className="text-lg font-bold print:text-base">
          経過
        </h2>
        <FilterChips
          label="種類"
          chips={kinds.map((one) => ({ id: one.kind, label: one.label }))}
          selected={kind === '' ? [] : [kind]}
          onChange={([one]) => setKind(one ?? '')}
          isSingle
        />
        <FilterChips
          label="書いた人"
          chips={[{ id: 'true', label: '自分だけ' }]}
          selected={mine === '' ? [] : [mine]}
          onChange={([one]) => setMine(one ?? '')}
        />
        <SearchWithin value={word} onChange={setWord} />
      </div>
      <p role="status" className="text-sm text-soft print:hidden">
        {shown && isSearching
          ? `${shown.length}件見つかりました${hasNextPage ? '。古い記録も探しています…' : ''}`
          : ''}
      </p>
      {query.error ? <Failure error={query.error} onRetry={() => void query.refetch()} /> : null}
      {shown ? null : query.error ? null : <Loading />}
      {shown?.length === 0 ? (
        <Empty title={isFiltered ? 'この条件に合う記録はありません' : '記録はまだありません'} />
      ) : null}
      {shown ? <TimelineEntries items={shown.map(toItem)} mostOnPaper={ON_PAPER} /> : null}
      {shown && (shown.length > ON_PAPER || hasNextPage) ? (
        <p className="hidden text-sm print:block">これより前の記録は、画面で見られます。</p>
      ) : null}
      {hasNextPage && !isSearching ? (
        <div className="mt-3 print:hidden">
          <Button size="small" onPress={() => isFetchingNextPage || void fetchNextPage()}>
            {isFetchingNextPage ? '読み込んでいます…' : 'もっと前の記録を読み込む'}
          </Button>
        </div>
      ) : null}
    </section>
  )
}

/** Looks through what is written; the word stays in the memory of the page. */
function SearchWithin({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const id = useId()
  return (
    <search className="flex items-center gap-2 text-sm print:hidden">
      <label htmlFor={id} className="text-soft">
        経過の中を探す
      </label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="min-h-8 w-44 rounded-lg border border-edge bg-paper px-2"
      />
    </search>
  )
}
