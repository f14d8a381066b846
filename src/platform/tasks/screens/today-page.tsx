import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { Empty } from '../../../ui/empty/index.ts'
import { useShortcuts } from '../../../ui/keys/index.ts'
import { AppLink, useAddressWord } from '../../../ui/link/index.ts'
import { List } from '../../../ui/list/index.ts'
import { PageHead } from '../../../ui/shell/index.ts'
import { Tabs } from '../../../ui/tabs/index.ts'
import { readToday, type Tab, type TaskRow, type Today } from './api.ts'
import { columns } from './columns.tsx'
import { AddTaskPanel, HandOverPanel, PostponePanel } from './deed-panels.tsx'
import { ImportBanner } from './import-banner.tsx'
import { LoadStrip } from './load-strip.tsx'
import { Recent } from './recent.tsx'
import { useDeeds } from './use-deeds.ts'

const tabs: { id: Tab; label: string; empty: string }[] = [
  { id: 'new', label: '新規担当', empty: '新しく受け持つものはありません' },
  { id: 'due', label: '本日期限', empty: '今日が期限のものはありません' },
  { id: 'overdue', label: '期限切れ', empty: '期限の過ぎたものはありません。おつかれさまです' },
  { id: 'waiting', label: '回答待ち', empty: '返事を待っているものはありません' },
  { id: 'ahead', label: 'これから', empty: '期限の近いものはありません' },
]
const isTab = (word: string): word is Tab => tabs.some(({ id }) => id === word)

/** What is left over from before and for others comes first to the eye; the tab in the address wins. */
const firstTab: Tab = 'due'

export function useToday(tab: Tab, day?: string) {
  const query = useInfiniteQuery({
    queryKey: ['today', tab, day ?? ''],
    queryFn: ({ pageParam }) => readToday(tab, pageParam, day),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: Today) => page.nextCursor ?? undefined,
    refetchInterval: 120_000,
  })
  return { query, first: query.data?.pages[0], rows: query.data?.pages.flatMap(({ rows }) => rows) }
}

/** きょう: what has to be done, by when, and the deeds on it. */
export default function TodayPage() {
  const client = useQueryClient()
  const [word, setTab] = useAddressWord('tab', firstTab)
  const tab = isTab(word) ? word : firstTab
  const [day, setDay] = useAddressWord('day', '')
  const { query, first, rows } = useToday(tab, tab === 'ahead' && day !== '' ? day : undefined)
  const [panel, setPanel] = useState<{ deed: 'postpone' | 'hand-over'; row: TaskRow } | 'add' | null>(null)
  const deeds = useDeeds()
  useShortcuts([{ keys: ['n'], label: '自分の予定を加える', group: 'ページ', run: () => setPanel('add') }])
  // The counts of another tab's answer are the same counts: nothing flickers while a tab is opened.
  const known =
    first ?? client.getQueriesData<{ pages: Today[] }>({ queryKey: ['today'] }).at(-1)?.[1]?.pages[0]
  const list = (id: Tab, empty: string) => (
    <List<TaskRow>
      label={`${tabs.find((one) => one.id === id)?.label ?? ''}の一覧`}
      columns={columns}
      rows={id === tab ? rows : undefined}
      rowKey={(row) => row.id}
      hrefOf={(row) => (row.person ? `/people/${row.person.id}` : (row.sourceLink ?? '/'))}
      error={query.error}
      onRetry={() => void query.refetch()}
      rowKeys={[
        {
          key: 'r',
          label: '受領',
          run: (row) => void deeds.receive(row),
          isOffered: (row) => row.isNew && deeds.isMine(row),
        },
        { key: 'd', label: '完了', run: (row) => void deeds.finish(row), isOffered: deeds.isMine },
        {
          key: 'p',
          label: '延期',
          run: (row) => setPanel({ deed: 'postpone', row }),
          isOffered: deeds.isMine,
        },
        {
          key: 'h',
          label: '引き継ぎ',
          run: (row) => setPanel({ deed: 'hand-over', row }),
          isOffered: deeds.isMine,
        },
      ]}
      more={{
        hasMore: query.hasNextPage,
        isLoading: query.isFetchingNextPage,
        load: () => void query.fetchNextPage(),
        size: 50,
      }}
      empty={<Empty title={empty}>ほかの期限は上のタブと、これから14日間の図で見られます。</Empty>}
    />
  )
  return (
    <>
      <PageHead
        title="きょう"
        actions={
          <>
            <AppLink to="/journal" className="self-center text-accent underline underline-offset-4">
              業務日誌
            </AppLink>
            <Button shortcut="N" onPress={() => setPanel('add')}>
              自分の予定を加える
            </Button>
          </>
        }
      />
      <ImportBanner />
      <Recent />
      <Tabs
        label="予定の種類"
        selected={tab}
        onChange={setTab}
        tabs={tabs.map(({ id, label, empty }) => ({
          id,
          label,
          count: known ? known.counts[id] : null,
          content: list(id, empty),
        }))}
      />
      {tab === 'ahead' && day !== '' ? (
        <p className="my-2 flex flex-wrap items-center gap-3 text-sm">
          {formatDate(day)} の予定だけを表示しています。
          <Button size="small" onPress={() => setDay('')}>
            すべての日を表示する
          </Button>
        </p>
      ) : null}
      {known ? <LoadStrip today={known} /> : null}
      {panel === 'add' ? <AddTaskPanel onClose={() => setPanel(null)} /> : null}
      {panel && panel !== 'add' && panel.deed === 'postpone' ? (
        <PostponePanel row={panel.row} deeds={deeds} onClose={() => setPanel(null)} />
      ) : null}
      {panel && panel !== 'add' && panel.deed === 'hand-over' ? (
        <HandOverPanel row={panel.row} deeds={deeds} onClose={() => setPanel(null)} />
      ) : null}
    </>
  )
}
