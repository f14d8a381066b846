import { recordCondition } from '../../../platform/access/index.ts'
import type { Work } from '../../../platform/database/work.ts'
import { conflict, invalid, notFound } from '../../../platform/errors/index.ts'
import type { SheetConsent } from '../schema-sheet.ts'
import type { ConsentBody, WithdrawConsentBody } from './schema.ts'

const RETURNING = `returning id, version, state, given_on as "givenOn", given_by as "givenBy", relationship, scope, note`

/** Writes an answer down; an earlier one stays and no longer counts. @throws notFound · invalid for a day to come */
export async function recordConsent(work: Work, id: string, body: ConsentBody): Promise<SheetConsent> {
  work.about('person', id, { state: body.state })
  if (body.givenOn > work.today) {
    throw invalid([
      {
        path: 'givenOn',
        code: 'future',
        message: '日付: 今日より先の日です。答えを聞いた日を入力してください。',
      },
    ])
  }
  const reach = recordCondition(work.actor, work.today, { alias: 'p', person: 'id', next: 9 })
  return work.write(async (tx) => {
    const [stored] = await tx.query<SheetConsent>(
      `insert into casework.person_consent (insurer_id, person_id, centre_id, state, given_on, given_by, relationship, scope, note, recorded_by)
       select p.insurer_id, p.id, p.centre_id, $2, $3, $4, $5, $6, $7, $8 from casework.person p
       where ${reach.sql} and p.id = $1 and p.merged_into is null ${RETURNING}`,
      [
        id,
        body.state,
        body.givenOn,
        body.givenBy,
        body.relationship,
        body.state === 'refused' ? [] : body.scope,
        body.note,
        work.actor.staffId,
        ...reach.values,
      ],
    )
    if (!stored) throw notFound()
    work.touched(id)
    return stored
  })
}

/** 撤回: from the day on it no longer holds. @throws notFound · conflict */
export async function withdrawConsent(
  work: Work,
  id: string,
  consentId: string,
  body: WithdrawConsentBody,
): Promise<{ id: string }> {
  work.about('person', id)
  const reach = recordCondition(work.actor, work.today, { alias: 'n', person: 'person_id', next: 3 })
  return work.write(async (tx) => {
    const [stored] = await tx.query<SheetConsent & { isWithdrawn: boolean }>(
      `select n.id, n.version, n.state, n.given_on as "givenOn", n.given_by as "givenBy", n.relationship, n.scope, n.note,
         n.withdrawn_on is not null as "isWithdrawn"
       from casework.person_consent n where ${reach.sql} and n.id = $1 and n.person_id = $2`,
      [consentId, id, ...reach.values],
    )
    if (!stored) throw notFound()
    work.touched(id)
    if (body.on > work.today || body.on < stored.givenOn) {
      throw invalid([
        { path: 'on', code: 'day', message: '日付: 同意の日から今日までの日を入力してください。' },
      ])
    }
    const [gone] = await tx.query<{ id: string }>(
      `update casework.person_consent set withdrawn_on = $4, withdrawn_reason = $5
       where insurer_id = $1 and id = $2 and version = $3 and withdrawn_on is null returning id`,
      [work.actor.insurerId, consentId, body.version, body.on, body.reason],
    )
    if (!gone || stored.isWithdrawn) throw conflict(stored)
    return gone
  })
}
