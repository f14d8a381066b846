import type { IsoDate } from '../../../platform/calendar/index.ts'
import type { TownPopulation, Trend } from '../schema.ts'
import { Sources } from './sources.tsx'
import { sentences } from './words.ts'

type LeadProps = { name: string; data: TownPopulation; trend: Trend }

/** What the figures say, first in words. */
export function Lead({ name, data, trend }: LeadProps) {
  const before = trend.items.filter(({ asOf }) => asOf < data.asOf).at(-1)
  const { lead, more } = sentences(name, data.asOf as IsoDate, data.whole, before)
  return (
    <section aria-label="まとめ" className="rounded-lg border-l-8 border-accent bg-ground px-4 py-3">
      <p className="text-xl font-bold">{lead}</p>
      <p>{more}</p>
      <Sources lines={data.attribution} note={`町の数 ${data.towns.length}。`} />
    </section>
  )
}
