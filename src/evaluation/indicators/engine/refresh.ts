import type pg from 'pg'
import { lockReference } from '../../../platform/import/index.ts'
import { refreshFacts } from '../../statistics/index.ts'
import { allIndicators } from '../find.ts'
import { type Recomputed, recompute } from './recompute.ts'

/**
 * Brings counts that are made from other tables, and then all indicators, up to date. In the transaction of the caller.
 * @param dataset the kind of file that changed; null: whatever may have
 */
export async function refreshIndicators(
  client: pg.ClientBase,
  dataset: string | null,
  { now, today, days }: { now: Temporal.Instant; today: string; days?: readonly string[] },
): Promise<Recomputed> {
  // a run of published files that ends between our reading and our storing would be covered by what stood before it
  await lockReference(client)
  await refreshFacts(client, dataset, { today, ...(days ? { days } : {}) })
  return recompute(client, [...(await allIndicators()).values()], now)
}
