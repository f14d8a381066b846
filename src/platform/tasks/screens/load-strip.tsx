import { BarStrip } from '../../../ui/bar-strip/index.ts'
import { AppLink } from '../../../ui/link/index.ts'
import { useAbilities } from '../../../ui/session/index.ts'
import { Status } from '../../../ui/status/index.ts'
import type { Today } from './api.ts'
import { kindsWord } from './load-words.ts'

/** How much falls on each of the next 14 days, of what kinds and how heavy; what is overdue stands before them as a pile. */
export function LoadStrip({ today }: { today: Today }) {
  const may = useAbilities()
  const days = today.strip.map((load) => ({
    on: load.day,
    count: load.count,
    href: load.day === today.today ? '/' : `/?tab=ahead&day=${load.day}`,
    ...(load.count > 0 ? { note: kindsWord(load) } : {}),
  }))
  return (
    <section aria-label="これから14日間" className="mt-4 border-t border-line pt-3">
      <p className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
        {today.overdue.count > 0 ? (
          <>
            <Status tone="danger">期限切れ {today.overdue.count}件</Status>
            <span className="text-soft">{kindsWord(today.overdue)}</span>
            <AppLink to="/?tab=overdue">期限切れを見る</AppLink>
          </>
        ) : (
          <Status tone="good">期限切れはありません</Status>
        )}
        {may('task.load') ? <AppLink to="/load">センターの全員の予定</AppLink> : null}
      </p>
      <BarStrip label="これからの期限" unit="件" days={days} today={today.today} />
    </section>
  )
}
