import { recordCondition } from '../../platform/access/index.ts'
import type { Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { conflict, notFound } from '../../platform/errors/index.ts'
import { foldDigits } from '../../platform/text/index.ts'
import type { ChangeContactBody, Contact, NewContactBody } from './schema.ts'
import { contactsStatement } from './service-sheet.ts'

const RETURNING = `returning id, version, name, kana, relationship, phone, address, is_key_person as "isKeyPerson",
  is_emergency as "isEmergency", is_caller_warning as "isCallerWarning", note`

/** @throws notFound when the person is absent or out of reach */
export async function listContacts(work: Work, personId: string): Promise<Contact[]> {
  const reach = recordCondition(work.actor, work.today, { alias: 'p', person: 'id', next: 2 })
  const [person, rows] = await work.flight([
    {
      text: `select 1 from casework.person p where ${reach.sql} and p.id = $1`,
      values: [personId, ...reach.values],
    },
    contactsStatement(work.actor, work.today, personId),
  ])
  work.about('person', personId)
  if (person?.length !== 1) throw notFound()
  work.touched(personId)
  return rows as Contact[]
}

export function addContact(work: Work, personId: string, body: NewContactBody): Promise<Contact> {
  const reach = recordCondition(work.actor, work.today, { alias: 'p', person: 'id', next: 12 })
  work.about('person', personId)
  return work.write(async (tx) => {
    const [stored] = await tx.query<Contact>(
      `insert into casework.contact (insurer_id, person_id, centre_id, name, kana, relationship, phone, phone_fold, address,
          is_key_person, is_emergency, is_caller_warning, note)
        select p.insurer_id, p.id, p.centre_id, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11
        from casework.person p where ${reach.sql} and p.id = $1 and p.merged_into is null ${RETURNING}`,
      [personId, ...columns(body), ...reach.values],
    )
    if (!stored) throw notFound()
    work.touched(personId)
    return stored
  })
}

const columns = (body: NewContactBody): unknown[] => [
  body.name,
  body.kana,
  body.relationship,
  body.phone,
  foldDigits(body.phone ?? ''),
  body.address,
  body.isKeyPerson,
  body.isEmergency,
  body.isCallerWarning,
  body.note,
]

export function changeContact(
  work: Work,
  personId: string,
  contactId: string,
  { version, ...fields }: ChangeContactBody,
): Promise<Contact> {
  return work.write(async (tx) => {
    const stored = await storedContact(tx, work, personId, contactId)
    if (stored.version !== version) throw conflict(stored)
    const [changed] = await tx.query<Contact>(
      `update casework.contact set name = $4, kana = $5, relationship = $6, phone = $7, phone_fold = $8, address = $9,
          is_key_person = $10, is_emergency = $11, is_caller_warning = $12, note = $13
        where insurer_id = $1 and id = $2 and version = $3 ${RETURNING}`,
      [work.actor.insurerId, contactId, version, ...columns({ ...stored, ...fields })],
    )
    if (!changed) throw conflict(await storedContact(tx, work, personId, contactId))
    return changed
  })
}

/** The row goes; what it was stays in the history. */
export function removeContact(
  work: Work,
  personId: string,
  contactId: string,
  version: number,
): Promise<{ id: string }> {
  return work.write(async (tx) => {
    const stored = await storedContact(tx, work, personId, contactId)
    const [gone] = await tx.query<{ id: string }>(
      'delete from casework.contact where insurer_id = $1 and id = $2 and version = $3 returning id',
      [work.actor.insurerId, contactId, version],
    )
    if (!gone) throw conflict(stored)
    return gone
  })
}

async function storedContact(tx: Tx, work: Work, personId: string, contactId: string): Promise<Contact> {
  work.about('contact', contactId)
  const { text, values = [] } = contactsStatement(work.actor, work.today, personId)
  const contacts = await tx.query<Contact>(text, values)
  const stored = contacts.find((contact) => contact.id === contactId)
  if (!stored) throw notFound()
  work.touched(personId)
  return stored
}
