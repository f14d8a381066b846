import type pg from 'pg'
import type { Work } from '../../platform/database/work.ts'
import { conflict, invalid, notFound } from '../../platform/errors/index.ts'
import { FacilityMapping, type Profile, type PutProfile } from './schema.ts'

const SELECT = `select p.id, p.version, p.name, p.mapping, p.attribution, p.changed_at as "changedAt", s.name as "changedBy"
  from registers.mapping_profile p
  left join registers.staff s on s.insurer_id = p.insurer_id and s.id = p.changed_by
  where p.insurer_id = $1 and ($2::uuid is null or p.id = $2) and ($3::text is null or p.mapping ->> 'target' = $3) order by p.name`

/** What an area must say of its mapping; the rest is its own. */
type Targeted = { target: string }

/** Mappings of one target, some dozens at most: given whole. */
export async function listProfiles<M extends Targeted>(
  work: Work,
  target: M['target'],
): Promise<Profile<M>[]> {
  return work.read((tx) => tx.query<Profile<M>>(SELECT, [work.actor.insurerId, null, target]))
}

/** @throws Problem 409 changed meanwhile · 422 the name is taken */
export async function putProfile<M extends Targeted>(work: Work, entry: PutProfile<M>): Promise<Profile<M>> {
  const { id, version, name, mapping, attribution } = entry
  work.about('mapping-profile', id)
  return work.write(async (tx) => {
    const values = [
      work.actor.insurerId,
      id,
      name,
      JSON.stringify(mapping),
      attribution || null,
      work.actor.staffId,
    ]
    const taken = await tx.query(
      'select from registers.mapping_profile where insurer_id = $1 and name = $2 and id <> $3',
      [work.actor.insurerId, name, id],
    )
    if (taken.length > 0)
      throw invalid([
        {
          path: 'name',
          code: 'taken',
          message: `対応づけの名前: 「${name}」はもうあります。別の名前にするか、その対応づけを直してください。`,
        },
      ])
    const stored =
      version === null
        ? await tx.query(
            `insert into registers.mapping_profile (insurer_id, id, name, mapping, attribution, changed_by)
             values ($1, $2, $3, $4::jsonb, $5, $6) on conflict (insurer_id, id) do nothing returning id`,
            values,
          )
        : await tx.query(
            `update registers.mapping_profile set name = $3, mapping = $4::jsonb, attribution = $5, changed_by = $6,
               changed_at = now(), version = version + 1
             where insurer_id = $1 and id = $2 and version = $7 and mapping ->> 'target' = $4::jsonb ->> 'target' returning id`,
            [...values, version],
          )
    const [now] = await tx.query<Profile<M>>(SELECT, [work.actor.insurerId, id, null])
    if (!now) throw notFound()
    if (stored.length === 0) throw conflict(now)
    return now
  })
}

export async function removeProfile(work: Work, id: string, version: number): Promise<void> {
  work.about('mapping-profile', id)
  await work.write(async (tx) => {
    const gone = await tx.query(
      'delete from registers.mapping_profile where insurer_id = $1 and id = $2 and version = $3 returning id',
      [work.actor.insurerId, id, version],
    )
    if (gone.length > 0) return
    const [now] = await tx.query<object>(SELECT, [work.actor.insurerId, id, null])
    throw now ? conflict(now) : notFound()
  })
}

/** What came from outside as a mapping. @throws invalid */
export function parseMapping(given: unknown): FacilityMapping {
  const parsed = FacilityMapping.safeParse(given)
  if (parsed.success) return parsed.data
  throw invalid(
    parsed.error.issues.map(({ path, code, message }) => ({
      path: ['mapping', ...path].join('.'),
      code: code ?? 'invalid',
      message,
    })),
  )
}

/** The mapping that an insurer saved under a name; undefined: none. For the command, which belongs to no member of staff. */
export async function namedMapping(client: pg.ClientBase, insurerId: number, name: string): Promise<unknown> {
  const { rows } = await client.query<{ mapping: unknown }>(
    'select mapping from registers.mapping_profile where insurer_id = $1 and name = $2',
    [insurerId, name],
  )
  return rows[0]?.mapping
}
