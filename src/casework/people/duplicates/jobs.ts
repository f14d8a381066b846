import type pg from 'pg'
import type { JobContext, JobKind } from '../../../platform/jobs/index.ts'
import { type FoundPair, searchDuplicates } from './search.ts'

/** Nobody looks through more; the likeliest are kept (decided). */
const MOST = 20_000

/** One transaction: cancelled or broken, the list is as before; run again, it finds the same. */
async function run({ work, progress }: JobContext<null>): Promise<Record<string, unknown>> {
  const { insurerId } = work.actor
  const result = await work.bulk('tenant', async (client) => {
    const { people, pairs, skippedGroups } = await searchDuplicates(client, insurerId, (done, total) =>
      progress(done, total, '記録を見比べています'),
    )
    const kept = pairs.toSorted((a, b) => b.score - a.score || (a.oneId < b.oneId ? -1 : 1)).slice(0, MOST)
    await store(client, insurerId, work.clock.now().toString(), kept)
    return {
      keep: true,
      result: { people, found: kept.length, left: pairs.length - kept.length, skippedGroups },
    }
  })
  work.about('duplicate-pairs', undefined, result)
  return result
}

/** What is decided stays decided; what is open and was not found any more goes. */
async function store(
  client: pg.ClientBase,
  insurerId: number,
  now: string,
  pairs: readonly FoundPair[],
): Promise<void> {
  const [ones, others] = [pairs.map(({ oneId }) => oneId), pairs.map(({ otherId }) => otherId)]
  await client.query(
    `insert into casework.duplicate_pair as stored (insurer_id, one_id, other_id, score, reasons, found_at)
     select $1, p.*, $6 from (
       select one_id, other_id, score, string_to_array(reasons, ' ')
       from unnest($2::uuid[], $3::uuid[], $4::int[], $5::text[]) as p (one_id, other_id, score, reasons)) p
     on conflict (insurer_id, one_id, other_id) do update set score = excluded.score, reasons = excluded.reasons,
       found_at = excluded.found_at`,
    [
      insurerId,
      ones,
      others,
      pairs.map(({ score }) => score),
      pairs.map(({ reasons }) => reasons.join(' ')),
      now,
    ],
  )
  await client.query(
    `delete from casework.duplicate_pair d where d.insurer_id = $1 and d.different_at is null
       and not exists (select from unnest($2::uuid[], $3::uuid[]) as p (one_id, other_id)
         where p.one_id = d.one_id and p.other_id = d.other_id)`,
    [insurerId, ones, others],
  )
}

export const jobs = [
  {
    kind: 'people-duplicates',
    label: '重複の候補探し',
    audit: 'person.duplicates-searched',
    run,
  } satisfies JobKind<null>,
] as unknown as JobKind[]
