import { useQuery } from '@tanstack/react-query'
import { formatDate } from '../../platform/calendar/index.ts'
import { dayInJapan, timeInJapan } from '../clock/clock.ts'
import { callPath, quietFetch } from '../http/index.ts'
import { Icon } from '../icon/index.ts'
import { AppLink } from '../link/index.ts'
import { Dropdown } from './dropdown.tsx'

/** `GET /api/notices`: newest first. `href` is an address inside the product. */
export type Notices = {
  unread: number
  items: { id: string; at: string; title: string; href: string | null; isRead: boolean }[]
}

const fetchNotices = () => callPath<Notices>('GET', '/api/notices', { fetch: quietFetch })

/** The bell. Its count is asked for each minute, quietly: without an answer there is no count, which is not zero. */
export function NoticeBell() {
  const query = useQuery({
    queryKey: ['notices'],
    queryFn: fetchNotices,
    refetchInterval: 60_000,
    retry: false,
  })
  const unread = query.data?.unread ?? null
  const label =
    unread === null
      ? 'お知らせ'
      : unread === 0
        ? 'お知らせ（新しいものはありません）'
        : `お知らせ（新しいもの${unread}件）`
  return (
    <Dropdown
      label={label}
      onOpen={() => void query.refetch()}
      button={
        <>
          <Icon name="bell" />
          {unread ? (
            <span className="min-w-6 rounded-full bg-danger px-1.5 text-center text-sm font-bold text-white tabular-nums">
              {unread > 99 ? '99+' : unread}
            </span>
          ) : null}
        </>
      }
    >
      {(close) => (
        <>
          <p className="px-2 py-1 font-bold">お知らせ</p>
          {query.data?.items.length ? (
            <ul className="divide-y divide-line text-sm">
              {query.data.items.map((item) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: a link pressed by Enter clicks too
                <li key={item.id} className="px-2 py-1.5" onClick={close}>
                  <span className="text-xs text-soft">
                    {formatDate(dayInJapan(item.at), 'short')} {timeInJapan(item.at)}
                    {item.isRead ? '' : '　新着'}
                  </span>
                  <br />
                  {item.href ? <AppLink to={item.href}>{item.title}</AppLink> : item.title}
                </li>
              ))}
            </ul>
          ) : (
            <p className="px-2 py-3 text-sm text-soft">
              {query.data ? '新しいお知らせはありません。' : 'お知らせを読み込めませんでした。'}
            </p>
          )}
        </>
      )}
    </Dropdown>
  )
}
