import { scopeCondition } from '../../platform/access/index.ts'
import type { Work } from '../../platform/database/work.ts'
import { invalid } from '../../platform/errors/index.ts'
import type { Group, GroupRow, PeopleBody, Proposals, ProposedPerson } from './schema.ts'

/**
 * Who stands elsewhere than the address belongs on a day. $1 insurer, $2 day; a person's own columns come as they are, `to_…` as
 * the registers would have them. The centre changes only when the old one answered for the address before the day, has ended by
 * then, or when there is none.
 */
export const proposed = (scope: string): string => `
  place as (
    select t.id as town_id, t.name as town, at.area_id, ca.centre_id
    from registers.town t
    join registers.area_town at on at.insurer_id = $1 and at.town_id = t.id
      and at.valid_from <= $2::date and (at.valid_to is null or at.valid_to >= $2::date)
    left join registers.centre_area ca on ca.insurer_id = $1 and ca.area_id = at.area_id
      and ca.valid_from <= $2::date and (ca.valid_to is null or ca.valid_to >= $2::date)
    where t.insurer_id = $1
  ), former as (
    select distinct at.town_id, ca.centre_id
    from registers.area_town at join registers.centre_area ca on ca.insurer_id = $1 and ca.area_id = at.area_id
      and ca.valid_from <= coalesce(at.valid_to, 'infinity') and at.valid_from <= coalesce(ca.valid_to, 'infinity')
    where at.insurer_id = $1 and least(at.valid_to, ca.valid_to) < $2::date
  ), compared as (
    select p.id, p.version, p.name, p.kana, p.kana_fold, p.birth_on, p.centre_id, p.area_id,
      case when p.is_protected then null else pl.town end as town, pl.area_id as to_area_id,
      case when pl.centre_id is not null and (p.centre_id is null or f.centre_id is not null or c.valid_to < $2::date)
        then pl.centre_id else p.centre_id end as to_centre_id
    from casework.person p
    left join casework.person_protected x on x.insurer_id = $1 and x.person_id = p.id
    join place pl on pl.town_id = coalesce(x.town_id, p.town_id)
    left join former f on f.town_id = pl.town_id and f.centre_id = p.centre_id
    left join registers.centre c on c.insurer_id = $1 and c.id = p.centre_id
    where ${scope} and p.merged_into is null and p.died_on is null and p.moved_out_on is null
  ), proposed as (
    select c.*, exists (select from casework.area_move m where m.insurer_id = $1 and m.person_id = c.id
      and m.to_area_id = c.to_area_id and m.to_centre_id is not distinct from c.to_centre_id and m.undone_at is not null
    ) as was_undone
    from compared c
    where c.area_id is distinct from c.to_area_id or c.centre_id is distinct from c.to_centre_id
  )`

/** The scope of $3 and on; the insurer's own posts reach everybody, whoever else comes reaches nobody here. */
export function scopeOf(work: Work): { sql: string; values: unknown[] } {
  return scopeCondition(work.actor, work.today, { alias: 'p', person: 'id', next: 3 })
}

/** Groups of people who would follow the registers as they stand on a day. */
export async function proposals(work: Work, day: string): Promise<Proposals> {
  const scope = scopeOf(work)
  const [groups] = (await work.flight([
    {
      text: `with ${proposed(scope.sql)}
        select g.from_centre_id as "fromCentreId", g.to_centre_id as "toCentreId", g.from_area_id as "fromAreaId",
          g.to_area_id as "toAreaId", fc.name as "fromCentre", tc.name as "toCentre", fa.name as "fromArea", ta.name as "toArea",
          g.count, g.undone as "undoneCount",
          g.to_centre_id is not distinct from g.from_centre_id or exists (
            select from registers.post o where o.insurer_id = $1 and o.centre_id = g.to_centre_id
              and o.valid_from <= $2::date and (o.valid_to is null or o.valid_to >= $2::date)
              and o.role in ('centreManager', 'centreStaff', 'coreCentreStaff', 'planner')) as "hasReceiver"
        from (
          select centre_id as from_centre_id, to_centre_id, area_id as from_area_id, to_area_id,
            count(*) filter (where not was_undone)::int as count, count(*) filter (where was_undone)::int as undone
          from proposed group by 1, 2, 3, 4) g
        left join registers.centre fc on fc.insurer_id = $1 and fc.id = g.from_centre_id
        left join registers.centre tc on tc.insurer_id = $1 and tc.id = g.to_centre_id
        left join registers.daily_life_area fa on fa.insurer_id = $1 and fa.id = g.from_area_id
        left join registers.daily_life_area ta on ta.insurer_id = $1 and ta.id = g.to_area_id
        order by tc.name, ta.code, fc.name, fa.code`,
      values: [work.actor.insurerId, day, ...scope.values],
    },
  ])) as [GroupRow[]]
  work.about('area-move', undefined, { groups: groups.length, day })
  return { day, isToday: day === work.today, groups }
}

/** Condition and values for one group, from parameter `next` on. */
export function inGroup(group: Group, next: number): { sql: string; values: unknown[] } {
  return {
    sql: `centre_id is not distinct from $${next}::uuid and to_centre_id is not distinct from $${next + 1}::uuid
      and area_id is not distinct from $${next + 2}::uuid and to_area_id = $${next + 3}::uuid`,
    values: [group.fromCentreId, group.toCentreId, group.fromAreaId, group.toAreaId],
  }
}

interface PersonRow extends ProposedPerson {
  kanaFold: string
}

/** The people of a group by kana; every one named is on record. */
export async function proposedPeople(
  work: Work,
  { day, group, cursor, limit }: PeopleBody,
): Promise<{ items: ProposedPerson[]; nextCursor: string | null }> {
  const scope = scopeOf(work)
  const given = inGroup(group, 3 + scope.values.length)
  const at = 3 + scope.values.length + given.values.length
  const after = decode(cursor)
  const [rows] = (await work.flight([
    {
      text: `with ${proposed(scope.sql)}
        select id, name, kana, birth_on as "birthOn", town, was_undone as "wasUndone", kana_fold as "kanaFold" from proposed
        where ${given.sql} and (kana_fold, id) > ($${at}, $${at + 1}::uuid)
        order by kana_fold, id limit $${at + 2}`,
      values: [work.actor.insurerId, day, ...scope.values, ...given.values, after.kana, after.id, limit + 1],
    },
  ])) as [PersonRow[]]
  const items = rows.slice(0, limit)
  work.touched(...items.map(({ id }) => id))
  work.about('area-move', undefined, { count: items.length })
  const last = items.at(-1)
  return {
    items: items.map(({ kanaFold: _, ...item }) => item),
    nextCursor:
      rows.length > limit && last
        ? Buffer.from(JSON.stringify([last.kanaFold, last.id])).toString('base64url')
        : null,
  }
}

function decode(cursor: string | null): { kana: string; id: string } {
  if (cursor === null) return { kana: '', id: '00000000-0000-0000-0000-000000000000' }
  try {
    const [kana, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [unknown, unknown]
    if (typeof kana === 'string' && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id)) return { kana, id }
  } catch {
    // said below
  }
  const message = '続きの位置が読めません。一覧を開き直してください。'
  throw invalid([{ path: 'cursor', code: 'cursor', message }])
}
