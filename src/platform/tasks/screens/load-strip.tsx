import { BarStrip } from '../../../ui/bar-strip/index.ts'
import type { Today } from './api.ts'

/** How much falls on each of the next 14 days: load, not only dates. */
export function LoadStrip({ today }: { today: Today }) {
  const days = today.strip.map(({ day, count }) => ({
    on: day,
    count,
    href: day === today.today ? '/' : '/?tab=ahead',
  }))
  return (
    <section aria-label="これから14日間" className="mt-4 border-t border-line pt-3">
      <BarStrip label="これからの期限" unit="件" days={days} today={today.today} />
    </section>
  )
}
