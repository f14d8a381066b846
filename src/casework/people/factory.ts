import type pg from 'pg'
import { searchFields } from './rules/search-fields.ts'

/** What a test or a bench says about a person; the rest is boring. */
export interface PersonExample {
  centreId: string | null
  name?: string
  kana?: string
  birthOn?: string | null
  sex?: 'male' | 'female' | 'other' | 'unknown'
  townId?: string | null
  townName?: string | null
  areaId?: string | null
  addressRest?: string | null
  phone?: string | null
  insuredNumber?: string | null
  residentNumber?: string | null
  householdNumber?: string | null
  staffId?: string | null
  isProtected?: boolean
  isLocked?: boolean
  mergedInto?: string | null
  source?: 'hand' | 'core-system'
}

/** Stores an invented person with its search keys, as the owner. @returns its id */
export async function storePerson(
  client: pg.Client,
  insurerId: number,
  example: PersonExample,
): Promise<string> {
  const person = {
    name: '試験 花子',
    kana: 'シケン ハナコ',
    townName: null,
    addressRest: null,
    phone: null,
    isProtected: false,
    ...example,
    building: null,
  }
  const search = searchFields(person)
  const { rows } = await client.query<{ id: string }>(
    `insert into casework.person (insurer_id, centre_id, area_id, town_id, staff_id, resident_number, household_number,
        insured_number, name, kana, name_fold, kana_fold, birth_on, sex, address_rest, address_fold, phone, phone_fold,
        is_protected, is_locked, merged_into, source)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)
      returning id`,
    [
      insurerId,
      person.centreId,
      person.areaId ?? null,
      person.townId ?? null,
      person.staffId ?? null,
      person.residentNumber ?? null,
      person.householdNumber ?? null,
      person.insuredNumber ?? null,
      person.name,
      person.kana,
      search.nameFold,
      search.kanaFold,
      person.birthOn === undefined ? '1940-03-04' : person.birthOn,
      person.sex ?? 'female',
      person.addressRest,
      search.addressFold,
      person.phone,
      search.phoneFold,
      person.isProtected,
      person.isLocked ?? false,
      person.mergedInto ?? null,
      person.source ?? 'hand',
    ],
  )
  const id = rows[0]!.id
  await client.query(
    'insert into casework.person_key (insurer_id, person_id, key) select distinct $1::int, $2::uuid, k from unnest($3::text[]) k',
    [insurerId, id, search.keys],
  )
  return id
}
