import type { Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { invalid } from '../../platform/errors/index.ts'
import { foldDigits, foldKana, foldName } from '../../platform/text/index.ts'
import { placeOfTown } from '../../registers/areas/index.ts'
import { aliasFold, keysOfTyped, type SearchFields, searchFields } from './rules/search-fields.ts'
import type { DuplicateCandidate, DuplicatesBody, RegisterBody, Registered } from './schema.ts'

const REASONS: Record<DuplicateCandidate['reason'], string> = {
  'same-number': '被保険者番号が同じ',
  'same-name-and-birth': '氏名と生年月日が同じ',
  'similar-name-and-birth': '読みが似ていて生年月日が同じ',
  'same-phone': '電話番号が同じ',
  'same-name': '氏名が同じ',
}

interface CandidateRow {
  audit_id: string
  person_id: string | null
  name_shown: string
  kana_shown: string | null
  birth_on: string | null
  birth_year: number | null
  sex_shown: DuplicateCandidate['sex']
  town_name: string | null
  centre_id: string | null
  centre_name: string | null
  is_masked: boolean
  reason: DuplicateCandidate['reason']
}

/** Who may already be registered, over the whole insurer; the door masks those beyond the reader's reach. */
export async function duplicateCandidates(work: Work, body: DuplicatesBody): Promise<DuplicateCandidate[]> {
  const kana = foldKana(body.kana)
  const [rows] = (await work.flight([
    {
      text: 'select * from casework.duplicate_candidates($1, $2, $3, $4, $5, $6, $7)',
      values: [
        foldName(body.name),
        kana,
        keysOfTyped(kana),
        body.birthOn,
        body.sex,
        foldDigits(body.phone),
        body.insuredNumber,
      ],
    },
  ])) as [CandidateRow[]]
  work.touched(...rows.map((row) => row.audit_id))
  work.about('person-duplicates', undefined, { count: rows.length })
  return rows.map((row) => ({
    id: row.person_id,
    name: row.name_shown,
    kana: row.kana_shown,
    birthOn: row.birth_on,
    birthYear: row.birth_year,
    sex: row.sex_shown,
    townName: row.town_name,
    centreId: row.centre_id,
    centreName: row.centre_name,
    masked: row.is_masked,
    reason: row.reason,
    reasonLabel: REASONS[row.reason],
  }))
}

/** Registers a person by hand; area and centre by address unless the centre is chosen. */
export async function registerPerson(work: Work, body: RegisterBody): Promise<Registered> {
  const { actor, today } = work
  checkBirth(body.birthOn, today)
  return work.write(async (tx) => {
    const place = await placeOfTown(tx, actor.insurerId, body.townId, today)
    const centreId = body.centreId ?? place.centreId ?? actor.centreId
    await checkCentre(tx, work, body.centreId)
    await checkStaff(tx, work, body.staffId, centreId)
    const fields = searchFields({
      ...body,
      townName: await townName(tx, work, body.townId),
      isProtected: false,
    })
    const [stored] = await tx.query<{ stored: { id: string; isGranted: boolean } }>(
      'select casework.register_person($1, $2) as stored',
      [JSON.stringify(columnsOf(body, fields, place.areaId, centreId)), fields.keys],
    )
    if (!stored) throw new Error('casework.register_person answered nothing')
    work.touched(stored.stored.id)
    work.about('person', stored.stored.id, { isGranted: stored.stored.isGranted })
    return { ...stored.stored, areaId: place.areaId, centreId }
  })
}

function columnsOf(body: RegisterBody, fields: SearchFields, areaId: string | null, centreId: string | null) {
  return {
    id: body.id ?? null,
    centre_id: centreId,
    area_id: areaId,
    town_id: body.townId,
    staff_id: body.staffId,
    insured_number: body.insuredNumber,
    name: body.name,
    kana: body.kana,
    alias: body.alias,
    alias_fold: aliasFold(body.alias),
    name_fold: fields.nameFold,
    kana_fold: fields.kanaFold,
    birth_on: body.birthOn,
    birth_uncertainty: body.birthUncertainty,
    sex: body.sex,
    relationship: body.relationship,
    postal_code: body.postalCode,
    address_rest: body.addressRest,
    building: body.building,
    address_fold: fields.addressFold,
    phone: body.phone,
    phone_fold: fields.phoneFold,
    note: body.note,
  }
}

/** @throws invalid when the birth date is in the future */
export function checkBirth(birthOn: string | null | undefined, today: string): void {
  if (birthOn && birthOn > today) {
    throw invalid([
      {
        path: 'birthOn',
        code: 'future',
        message: '生年月日: 今日より先の日付です。年と元号を確かめてください。',
      },
    ])
  }
}

/** The name of a town of the insurer; null without a town. @throws invalid when it is none of this insurer's */
export async function townName(tx: Tx, work: Work, townId: string | null): Promise<string | null> {
  if (townId === null) return null
  const [town] = await tx.query<{ name: string }>(
    'select name from registers.town where insurer_id = $1 and id = $2',
    [work.actor.insurerId, townId],
  )
  if (!town)
    throw invalid([
      { path: 'townId', code: 'unknown', message: '町: 一覧にありません。町を選び直してください。' },
    ])
  return town.name
}

async function checkCentre(tx: Tx, work: Work, centreId: string | undefined): Promise<void> {
  if (centreId === undefined) return
  const rows = await tx.query(
    `select 1 from registers.centre where insurer_id = $1 and id = $2 and valid_from <= $3::date
      and (valid_to is null or valid_to >= $3::date)`,
    [work.actor.insurerId, centreId, work.today],
  )
  if (rows.length === 0)
    throw invalid([
      {
        path: 'centreId',
        code: 'unknown',
        message: '担当センター: 今日あるセンターではありません。一覧から選び直してください。',
      },
    ])
}

/** @throws invalid when the worker has no post at the centre today */
export async function checkStaff(
  tx: Tx,
  work: Work,
  staffId: string | null | undefined,
  centreId: string | null,
): Promise<void> {
  if (!staffId) return
  const rows = await tx.query(
    `select 1 from registers.post where insurer_id = $1 and staff_id = $2 and centre_id = $3
      and valid_from <= $4::date and (valid_to is null or valid_to >= $4::date) limit 1`,
    [work.actor.insurerId, staffId, centreId, work.today],
  )
  if (rows.length === 0)
    throw invalid([
      {
        path: 'staffId',
        code: 'not-at-centre',
        message: '主担当: 担当センターの職員ではありません。そのセンターの職員を選んでください。',
      },
    ])
}
