import type { Work } from '../../../platform/database/work.ts'
import { conflict, notFound } from '../../../platform/errors/index.ts'
import type { DecideBody, Pair, Pairs, PairsQuery, Side } from './schema.ts'
import { REASONS, type Reason } from './score.ts'

interface Row {
  id: string
  version: number
  score: number
  reasons: Reason[]
  person: Side & { createdAt: string }
  other: Side & { createdAt: string }
  differentReason: string | null
}

const side = (
  p: string,
  t: string,
  c: string,
) => `json_build_object('id', ${p}.id, 'name', ${p}.name, 'kana', ${p}.kana,
  'birthOn', ${p}.birth_on, 'sex', ${p}.sex, 'townName', ${t}.name, 'insuredNumber', ${p}.insured_number, 'centreName', ${c}.name,
  'source', ${p}.source, 'createdAt', ${p}.created_at)`

/** The likeliest first. A pair of which one record was merged meanwhile is left out; the next search forgets it. */
export async function listPairs(work: Work, query: PairsQuery): Promise<Pairs> {
  const { insurerId } = work.actor
  const [score, id] = query.cursor?.split('_') ?? ['9999', 'ffffffff-ffff-ffff-ffff-ffffffffffff']
  const [rows, searched] = (await work.flight([
    {
      text: `select d.id, d.version, d.score, d.reasons, ${side('p', 'pt', 'pc')} as person, ${side('o', 'ot', 'oc')} as other,
          d.different_reason as "differentReason"
        from casework.duplicate_pair d
        join casework.person p on p.insurer_id = $1 and p.id = d.one_id and p.merged_into is null and not p.is_locked
        join casework.person o on o.insurer_id = $1 and o.id = d.other_id and o.merged_into is null and not o.is_locked
        left join registers.town pt on pt.insurer_id = $1 and pt.id = p.town_id
        left join registers.town ot on ot.insurer_id = $1 and ot.id = o.town_id
        left join registers.centre pc on pc.insurer_id = $1 and pc.id = p.centre_id
        left join registers.centre oc on oc.insurer_id = $1 and oc.id = o.centre_id
        where d.insurer_id = $1 and d.different_at is ${query.state === 'open' ? 'null' : 'not null'}
          and (d.score, d.id) < ($2::int, $3::uuid)
        order by d.score desc, d.id desc limit $4`,
      values: [insurerId, score, id, query.limit + 1],
    },
    {
      text: 'select found_at as at from casework.duplicate_pair where insurer_id = $1 order by found_at desc limit 1',
      values: [insurerId],
    },
  ])) as [Row[], { at: string }[]]
  const items = rows.slice(0, query.limit).map(toPair)
  work.touched(...items.flatMap(({ kept, other }) => [kept.id, other.id]))
  work.about('duplicate-pairs', undefined, { count: items.length })
  const last = items.at(-1)
  return {
    items,
    nextCursor: rows.length > query.limit && last ? `${last.score}_${last.id}` : null,
    foundAt: searched[0]?.at ?? null,
  }
}

function toPair({ person, other, reasons, ...row }: Row): Pair {
  const [kept, merged] = [person, other].toSorted(
    (a, b) =>
      Number(b.source === 'core-system') - Number(a.source === 'core-system') ||
      (a.createdAt < b.createdAt ? -1 : 1),
  ) as [Row['person'], Row['person']]
  const shown = ({ createdAt: _, ...of }: Row['person']): Side => of
  return {
    ...row,
    reasons: reasons.map((code) => ({ code, ...REASONS[code] })),
    kept: shown(kept),
    other: shown(merged),
  }
}

/** 別の方, or open again. @throws notFound · conflict */
export async function decidePair(
  work: Work,
  id: string,
  { version, isDifferent, reason }: DecideBody,
): Promise<{ version: number }> {
  work.about('duplicate-pair', id, { isDifferent })
  return work.write(async (tx) => {
    const [pair] = await tx.query<{ version: number; one_id: string; other_id: string }>(
      'select version, one_id, other_id from casework.duplicate_pair where insurer_id = $1 and id = $2 for update',
      [work.actor.insurerId, id],
    )
    if (!pair) throw notFound()
    work.touched(pair.one_id, pair.other_id)
    if (pair.version !== version) throw conflict({ version: pair.version })
    const [stored] = await tx.query<{ version: number }>(
      `update casework.duplicate_pair set different_at = $3, different_by = $4, different_reason = $5
       where insurer_id = $1 and id = $2 returning version`,
      [
        work.actor.insurerId,
        id,
        isDifferent ? work.clock.now().toString() : null,
        isDifferent ? work.actor.staffId : null,
        isDifferent ? reason : null,
      ],
    )
    return stored!
  })
}
