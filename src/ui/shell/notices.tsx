import { useQuery } from '@tanstack/react-query'
import type { Notices } from '../../platform/notices/schema.ts'
import { callPath, quietFetch } from '../http/index.ts'
import { Icon } from '../icon/index.ts'
import { AppLink } from '../link/index.ts'
import { todayPath } from './addresses.ts'
import { Dropdown } from './dropdown.tsx'

const fetchNotices = () => callPath<Notices>('GET', '/api/notices', { fetch: quietFetch })

type Line = Notices['others'][number]

const linesOf = (notices: Notices): Line[] => [
  { id: 'new', label: '新規担当', link: `${todayPath}?tab=new`, count: notices.new },
  { id: 'overdue', label: '期限切れ', link: `${todayPath}?tab=overdue`, count: notices.overdue },
  ...notices.others,
]

/** The bell. Its count is asked for each minute, quietly: without an answer there is no count, which is not zero. */
export function NoticeBell() {
  const query = useQuery({
    queryKey: ['notices'],
    queryFn: fetchNotices,
    refetchInterval: 60_000,
    retry: false,
  })
  const total = query.data?.total ?? null
  return (
    <Dropdown
      onOpen={() => void query.refetch()}
      button={
        <>
          <Icon name="bell" />
          <span className="sr-only">お知らせ</span>
          {total ? (
            <span className="min-w-6 rounded-full bg-danger px-1.5 text-center text-sm font-bold text-white tabular-nums">
              {total > 99 ? '99+' : total}
              <span className="sr-only">件</span>
            </span>
          ) : null}
        </>
      }
    >
      {(close) => (
        <>
          <p className="px-2 py-1 font-bold">お知らせ</p>
          {query.data ? <Lines lines={linesOf(query.data)} onGo={close} /> : null}
          {query.data?.total === 0 ? (
            <p className="px-2 py-3 text-sm text-soft">
              新しい担当も、期限を過ぎたものも、届いたものもありません。
            </p>
          ) : null}
          {query.data ? null : (
            <p className="px-2 py-3 text-sm text-soft">お知らせを読み込めませんでした。</p>
          )}
        </>
      )}
    </Dropdown>
  )
}

function Lines({ lines, onGo }: { lines: Line[]; onGo: () => void }) {
  return (
    <ul className="text-sm">
      {lines
        .filter(({ count }) => count > 0)
        .map(({ id, label, link, count }) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: a link pressed by Enter clicks too
          <li key={id} onClick={onGo}>
            <AppLink
              to={link}
              className="flex min-h-9 items-center justify-between rounded-sm px-2 hover:bg-shade"
            >
              <span>{label}</span>
              <span className="tabular-nums">{count.toLocaleString('ja-JP')}件</span>
            </AppLink>
          </li>
        ))}
    </ul>
  )
}
