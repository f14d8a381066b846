import { recordCondition } from '../../../platform/access/index.ts'
import type { Tx } from '../../../platform/database/engine.ts'
import type { Work } from '../../../platform/database/work.ts'
import { conflict, invalid, notFound, Problem } from '../../../platform/errors/index.ts'
import { searchFields } from '../rules/search-fields.ts'
import { townName } from '../service-register.ts'
import { personStatement, type StoredPerson, toSheetPerson } from '../stored-person.ts'
import type { Restricted, RestrictionBody, RestrictionList } from './schema.ts'

/**
 * 支援措置・閲覧制限 by hand, with the reason. The address goes to casework.person_protected, or comes back, in the same transaction.
 * @throws notFound · conflict · invalid when it is so already · Problem 409 when only the core system can end it
 */
export async function setRestriction(work: Work, id: string, body: RestrictionBody): Promise<Restricted> {
  work.about('person', id, { kind: body.kind, isOn: body.isOn })
  return work.write(async (tx) => {
    const stored = await personIn(tx, work, id)
    work.touched(id)
    if (stored.version !== body.version) throw conflict(toSheetPerson(stored, work.actor, work.today))
    const isSet = body.kind === 'protected' ? stored.isProtected : stored.isLocked
    if (stored.mergedInto || isSet === body.isOn) {
      const message = stored.mergedInto
        ? 'この記録はほかの記録へ統合されています。統合先で決めてください。'
        : `すでに${body.isOn ? '対象になって' : '対象から外れて'}います。画面を開き直してください。`
      throw invalid([{ path: '', code: 'same', message }])
    }
    if (body.isOn) await begin(tx, work, id, body)
    else await end(tx, work, stored, body)
    const after = await personIn(tx, work, id)
    return { id, version: after.version, isProtected: after.isProtected, isLocked: after.isLocked }
  })
}

async function personIn(tx: Tx, { actor, today }: Work, id: string): Promise<StoredPerson> {
  const { text, values } = personStatement(actor, today, id)
  const [stored] = await tx.query<StoredPerson>(text, values)
  if (!stored) throw notFound()
  return stored
}

async function begin(tx: Tx, work: Work, id: string, { kind, reason }: RestrictionBody): Promise<void> {
  await tx.query(
    `insert into casework.person_restriction (insurer_id, person_id, kind, reason, since_on, set_by, set_at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [work.actor.insurerId, id, kind, reason, work.today, work.actor.staffId, work.clock.now().toString()],
  )
  // the triggers of casework.person move the address apart, and out of the earlier rows
  const set = kind === 'protected' ? 'is_protected = true' : 'is_locked = true'
  await tx.query(`update casework.person set ${set}, updated_at = $3 where insurer_id = $1 and id = $2`, [
    work.actor.insurerId,
    id,
    work.clock.now().toString(),
  ])
}

async function end(
  tx: Tx,
  work: Work,
  stored: StoredPerson,
  { kind, reason }: RestrictionBody,
): Promise<void> {
  const ended = await tx.query(
    `update casework.person_restriction set ended_at = $4, ended_by = $5, ended_reason = $6
     where insurer_id = $1 and person_id = $2 and kind = $3 and ended_at is null returning id`,
    [work.actor.insurerId, stored.id, kind, work.clock.now().toString(), work.actor.staffId, reason],
  )
  if (ended.length === 0 && stored.source === 'core-system' && kind === 'protected') {
    throw new Problem('restriction.of-core', 409, '基幹系システムの支援措置です', {
      detail:
        '住民記録の支援措置として届いているため、ここでは外せません。終わりの届出が取り込まれると外れます。',
    })
  }
  if (kind === 'locked') {
    await tx.query(
      'update casework.person set is_locked = false, updated_at = $3 where insurer_id = $1 and id = $2',
      [work.actor.insurerId, stored.id, work.clock.now().toString()],
    )
    return
  }
  await bringAddressBack(tx, work, stored)
}

interface Hidden {
  postalCode: string | null
  townId: string | null
  addressRest: string | null
  building: string | null
  phone: string | null
}

async function bringAddressBack(tx: Tx, work: Work, person: StoredPerson): Promise<void> {
  const [hidden] = await tx.query<Hidden>(
    `delete from casework.person_protected where insurer_id = $1 and person_id = $2
     returning postal_code as "postalCode", town_id as "townId", address_rest as "addressRest", building, phone`,
    [work.actor.insurerId, person.id],
  )
  const place = hidden ?? { postalCode: null, townId: null, addressRest: null, building: null, phone: null }
  const search = searchFields({
    ...person,
    ...place,
    townName: await townName(tx, work, place.townId),
    isProtected: false,
  })
  await tx.query(
    `update casework.person set is_protected = false, postal_code = $3, town_id = $4, address_rest = $5, building = $6, phone = $7,
       address_fold = $8, phone_fold = $9, updated_at = $10 where insurer_id = $1 and id = $2`,
    [
      work.actor.insurerId,
      person.id,
      place.postalCode,
      place.townId,
      place.addressRest,
      place.building,
      place.phone,
      search.addressFold,
      search.phoneFold,
      work.clock.now().toString(),
    ],
  )
}

/** Who decided what, and why; newest first. @throws notFound */
export async function restrictionsOf(work: Work, id: string): Promise<RestrictionList> {
  work.about('person', id)
  const reach = recordCondition(work.actor, work.today, { alias: 'p', person: 'id', next: 2 })
  const [people, items] = (await work.flight([
    {
      text: `select 1 from casework.person p where ${reach.sql} and p.id = $1`,
      values: [id, ...reach.values],
    },
    {
      text: `select r.id, r.kind, r.reason, r.since_on as "sinceOn", s.name as "setByName", r.ended_at as "endedAt",
          e.name as "endedByName", r.ended_reason as "endedReason"
        from casework.person p join casework.person_restriction r on r.insurer_id = p.insurer_id and r.person_id = p.id
        left join registers.staff s on s.insurer_id = r.insurer_id and s.id = r.set_by
        left join registers.staff e on e.insurer_id = r.insurer_id and e.id = r.ended_by
        where ${reach.sql} and p.id = $1 order by r.set_at desc limit 50`,
      values: [id, ...reach.values],
    },
  ])) as [unknown[], RestrictionList['items']]
  if (people.length === 0) throw notFound()
  work.touched(id)
  return { items }
}
