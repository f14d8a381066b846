import type { Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { notFound, Problem } from '../../platform/errors/index.ts'
import type { Consultation } from './answers.ts'
import { consultationIn } from './read.ts'
import type { PersonOfConsultation } from './schema.ts'
import { lockedConsultation } from './update.ts'

interface Place {
  person_id: string | null
  centre_id: string | null
  area_id: string | null
}

/**
 * Says afterwards about whom an unnamed consultation was; journal, tasks, referrals and abuse case follow. With `personId` null a
 * record that was joined becomes unnamed again, as it was taken down.
 * @throws 404 consultation or person absent or out of reach; 409 `conflict`, `join.named`, `join.never-unnamed`
 */
export async function joinPerson(work: Work, id: string, body: PersonOfConsultation): Promise<Consultation> {
  work.about('consultation', id, { joined: body.personId !== null })
  work.touched(body.personId)
  return work.write(async (tx) => {
    const stored = await lockedConsultation(tx, work, id, body.version)
    if (body.personId !== null && stored.person) throw named()
    const place =
      body.personId === null
        ? await unnamedPlace(tx, work, stored)
        : await placeOf(tx, work, stored, body.personId)
    work.touched(place.person_id)
    await repoint(tx, work, id, place)
    return consultationIn(tx, work, id)
  })
}

/** The person's own centre and area; a merged record's are those of the record that goes on. */
async function placeOf(tx: Tx, _: Work, stored: Consultation, personId: string): Promise<Place> {
  const [place] = await tx.query<Place>(
    'select person_id, centre_id, area_id from casework.place_of_visible($1::uuid, $2::timestamptz, null::date)',
    [personId, stored.receivedAt],
  )
  if (!place) throw notFound()
  return { ...place, area_id: place.area_id ?? stored.area?.id ?? null }
}

/** Where the record stood before it was joined, from what history kept. */
async function unnamedPlace(tx: Tx, work: Work, stored: Consultation): Promise<Place> {
  const [before] = await tx.query<Place>(
    `select null::uuid as person_id, (h.row ->> 'centre_id')::uuid as centre_id, (h.row ->> 'area_id')::uuid as area_id
     from platform.history h
     where h.insurer_id = $1 and h.table_name = 'casework.consultation' and h.row_id = $2 and h.row ->> 'person_id' is null
     order by h.changed_at desc, h.id desc limit 1`,
    [work.actor.insurerId, stored.id],
  )
  if (!stored.person || !before) {
    throw new Problem('join.never-unnamed', 409, '氏名不明には戻せません', {
      detail:
        'はじめから対象者の決まっていた記録です。人を間違えたときは、理由を書いて取り下げ、正しい方の相談として記録してください。',
    })
  }
  return before
}

const named = () =>
  new Problem('join.named', 409, 'すでに対象者が決まっています', {
    detail: 'ほかの人が先に対象者を決めました。画面を開き直して、内容を確かめてください。',
  })

async function repoint(tx: Tx, { actor }: Work, id: string, place: Place): Promise<void> {
  const values = [actor.insurerId, id, place.person_id, place.centre_id]
  await tx.query(
    'update casework.consultation set person_id = $3, centre_id = $4, area_id = $5 where insurer_id = $1 and id = $2',
    [...values, place.area_id],
  )
  // centre and worker of the journal are those who did the work, and stay
  await tx.query(
    'update platform.journal set person_id = $3, area_id = $4 where insurer_id = $1 and source_id = $2',
    [actor.insurerId, id, place.person_id, place.area_id],
  )
  await tx.query(
    `update platform.task t set person_id = $3, centre_id = $4 where t.insurer_id = $1 and (t.source_id = $2
       or t.source_id in (select r.id from casework.referral r where r.insurer_id = $1 and r.consultation_id = $2))`,
    values,
  )
  await tx.query(
    'update casework.referral set person_id = $3, centre_id = $4 where insurer_id = $1 and consultation_id = $2',
    values,
  )
  await tx.query(
    'update casework.abuse_case set person_id = $3, centre_id = $4 where insurer_id = $1 and consultation_id = $2',
    values,
  )
}
