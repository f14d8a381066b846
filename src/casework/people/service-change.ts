import { mayRole } from '../../platform/access/index.ts'
import type { Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { conflict, invalid, notFound } from '../../platform/errors/index.ts'
import { type Place, placeOfTown } from '../../registers/areas/index.ts'
import './policy.ts'
import { KEPT_BY_CORE } from './rules/field-labels.ts'
import { aliasFold, searchFields } from './rules/search-fields.ts'
import type { ChangeBody, Changed } from './schema.ts'
import { checkBirth, checkStaff, townName } from './service-register.ts'
import { personStatement, type StoredPerson, toSheetPerson } from './stored-person.ts'

type Fields = Omit<ChangeBody, 'version'>

/**
 * Changes what a hand may change. Area follows the address, the centre does not: that is a hand-over.
 * @throws notFound · conflict with the stored person · invalid for fields that the core system keeps
 */
export async function changePerson(work: Work, id: string, body: ChangeBody): Promise<Changed> {
  const { version, ...fields } = body
  checkBirth(fields.birthOn, work.today)
  return work.write(async (tx) => {
    const { text, values } = personStatement(work.actor, work.today, id)
    const [stored] = await tx.query<StoredPerson>(text, values)
    if (!stored) throw notFound()
    work.about('person', id, { fields: Object.keys(fields) })
    work.touched(id)
    if (stored.version !== version) throw conflict(toSheetPerson(stored, work.actor, work.today))
    refuseKept(work, stored, fields)
    if (fields.staffId) await checkStaff(tx, work, fields.staffId, stored.centreId)
    const place = await placeOfTown(tx, work.actor.insurerId, fields.townId ?? stored.townId, work.today)
    const areaId = fields.townId === undefined ? stored.areaId : place.areaId
    const next = await store(tx, work, { ...stored, ...fields, areaId }, version)
    return {
      id,
      version: next,
      areaId,
      centreId: stored.centreId,
      centreByAddress: fields.townId === undefined ? null : await otherCentre(tx, work, stored, place),
    }
  })
}

function refuseKept(work: Work, stored: StoredPerson, fields: Fields): void {
  if (stored.mergedInto)
    throw invalid([
      {
        path: '',
        code: 'merged',
        message: 'この記録はほかの記録へ統合されています。統合先を直してください。',
      },
    ])
  // a form sends its unchanged fields too: only what differs is a change
  const changed = (Object.keys(fields) as (keyof Fields)[]).filter((field) => fields[field] !== stored[field])
  const kept = stored.source === 'core-system' ? changed.filter((field) => KEPT_BY_CORE.has(field)) : []
  const errors = kept.map((field) => ({
    path: field,
    code: 'kept-by-core-system',
    message: `${KEPT_BY_CORE.get(field)}: 市の基幹系システムから取り込む項目のため、ここでは直せません。市の担当課に、住民記録か被保険者台帳の訂正を依頼してください。`,
  }))
  const isPlace = (field: string) =>
    ['postalCode', 'townId', 'addressRest', 'building', 'phone'].includes(field)
  if (stored.isProtected && !mayRole(work.actor.role, 'person.hidden-address')) {
    for (const field of changed.filter(isPlace)) {
      errors.push({
        path: field,
        code: 'protected',
        message: '支援措置の対象の方です。住所と電話は、市の担当者だけが直せます。市へ連絡してください。',
      })
    }
  }
  if (errors.length > 0) throw invalid(errors)
}

async function store(tx: Tx, work: Work, person: StoredPerson, version: number): Promise<number> {
  const search = searchFields({ ...person, townName: await townName(tx, work, person.townId) })
  const [row] = await tx.query<{ version: number }>(
    `update casework.person set name = $4, kana = $5, alias = $6, name_fold = $7, kana_fold = $8, birth_on = $9,
        birth_uncertainty = $10, sex = $11, relationship = $12, insured_number = $13, postal_code = $14, town_id = $15,
        address_rest = $16, building = $17, address_fold = $18, phone = $19, phone_fold = $20, area_id = $21,
        staff_id = $22, note = $23, updated_at = $24, alias_fold = $25
      where insurer_id = $1 and id = $2 and version = $3 returning version`,
    [
      work.actor.insurerId,
      person.id,
      version,
      person.name,
      person.kana,
      person.alias,
      search.nameFold,
      search.kanaFold,
      person.birthOn,
      person.birthUncertainty,
      person.sex,
      person.relationship,
      person.insuredNumber,
      person.postalCode,
      person.townId,
      person.addressRest,
      person.building,
      search.addressFold,
      person.phone,
      search.phoneFold,
      person.areaId,
      person.staffId,
      person.note,
      work.clock.now().toString(),
      aliasFold(person.alias),
    ],
  )
  if (!row) throw await changedMeanwhile(tx, work, person.id)
  await tx.query('select casework.set_person_keys($1, $2)', [person.id, search.keys])
  return row.version
}

/** Somebody saved between our look and our update. */
async function changedMeanwhile(tx: Tx, work: Work, id: string): Promise<Error> {
  const { text, values } = personStatement(work.actor, work.today, id)
  const [stored] = await tx.query<StoredPerson>(text, values)
  return stored ? conflict(toSheetPerson(stored, work.actor, work.today)) : notFound()
}

async function otherCentre(
  tx: Tx,
  work: Work,
  stored: StoredPerson,
  place: Place,
): Promise<Changed['centreByAddress']> {
  if (!place.centreId || place.centreId === stored.centreId) return null
  const [centre] = await tx.query<{ id: string; name: string }>(
    'select id, name from registers.centre where insurer_id = $1 and id = $2',
    [work.actor.insurerId, place.centreId],
  )
  return centre ?? null
}
