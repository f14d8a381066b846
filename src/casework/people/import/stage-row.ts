import { hash } from 'node:crypto'
import type { InsuredPersonRecord, InsuredPersonRow } from '../../../exchange/insured-persons/index.ts'
import type { StageColumn, StageValue } from '../../../platform/import/index.ts'
import { searchFields } from '../rules/search-fields.ts'
import type { NamedFile } from './file-order.ts'
import { birthColumns, readingOf, standingOf, withdrawnOn } from './interpret-record.ts'

/** The staging table: what a row says, already in the words of casework.person; order as in `stageRow`. */
export const stageColumns = [
  ['resident_number', 'text'],
  ['history_number', 'integer'],
  ['digest', 'text'],
  ['file_name', 'text'],
  ['file_kind', 'text'],
  ['created_on', 'date'],
  ['file_row', 'integer'],
  ['household_number', 'text'],
  ['insured_number', 'text'],
  ['name', 'text'],
  ['kana', 'text'],
  ['name_fold', 'text'],
  ['kana_fold', 'text'],
  ['keys', 'text'],
  ['birth_on', 'date'],
  ['birth_uncertainty', 'text'],
  ['sex', 'text'],
  ['relationship', 'text'],
  ['postal_code', 'text'],
  ['town', 'text'],
  ['lot', 'text'],
  ['building', 'text'],
  ['address_fold', 'text'],
  ['phone', 'text'],
  ['phone_fold', 'text'],
  ['event', 'text'],
  ['event_on', 'date'],
  ['insured_from', 'date'],
  ['insured_to', 'date'],
  ['died_on', 'date'],
  ['moved_out_on', 'date'],
  ['has_returned', 'boolean'],
  ['withdrawn_on', 'date'],
  ['is_resident_exception', 'boolean'],
  ['is_protected', 'boolean'],
  ['is_deleted', 'boolean'],
  ['core_updated_at', 'timestamptz'],
] as const satisfies readonly (readonly [string, string])[]

export const stage: StageColumn[] = stageColumns.map(([name, type]) => ({ name, type }))

/** Keys hold no blank (folds have none), so that one text carries them through COPY. */
const KEY_SEPARATOR = ' '

export function stageRow(row: InsuredPersonRow, file: NamedFile): StageValue[] {
  const kana = readingOf(row.nameKana)
  const fields = searchFields({
    name: row.name,
    kana,
    townName: row.town,
    addressRest: row.lot,
    building: row.building,
    phone: row.phone,
    isProtected: row.isProtected,
  })
  const birth = birthColumns(row.birth)
  const standing = standingOf(row, file.createdOn)
  const values: Record<(typeof stageColumns)[number][0], StageValue> = {
    resident_number: row.residentNumber,
    history_number: row.historyNumber,
    digest: digestOf(row),
    file_name: file.name,
    file_kind: file.kind,
    created_on: file.createdOn,
    file_row: row.rowNumber,
    household_number: row.householdNumber,
    insured_number: row.insuredNumber,
    name: row.name,
    kana,
    name_fold: fields.nameFold,
    kana_fold: fields.kanaFold,
    keys: fields.keys.join(KEY_SEPARATOR),
    birth_on: birth.birthOn,
    birth_uncertainty: birth.uncertainty,
    sex: row.sex,
    relationship: row.relationship,
    postal_code: row.postalCode,
    town: row.town,
    lot: row.lot,
    building: row.building,
    address_fold: fields.addressFold,
    phone: row.phone,
    phone_fold: fields.phoneFold,
    event: standing.event,
    event_on: standing.eventOn,
    insured_from: standing.insuredFrom,
    insured_to: standing.insuredTo,
    died_on: standing.diedOn,
    moved_out_on: standing.movedOutOn,
    has_returned: standing.hasReturned,
    withdrawn_on: row.isDeleted ? withdrawnOn(row, file.createdOn) : null,
    is_resident_exception: row.isResidentException,
    is_protected: row.isProtected,
    is_deleted: row.isDeleted,
    core_updated_at: `${row.updatedAt}+09:00`,
  }
  return stageColumns.map(([name]) => values[name])
}

/**
 * Tells whether two rows of one key say the same. The place in the file is no part of it; a field more in the layout makes
 * every digest another, so this list only grows with a new name for the digest.
 */
export function digestOf(record: InsuredPersonRecord): string {
  const values = digested.map((field) => record[field])
  return hash('sha256', JSON.stringify(values), 'base64url')
}

const digested = [
  'residentNumber',
  'historyNumber',
  'householdNumber',
  'insuredNumber',
  'name',
  'nameKana',
  'birth',
  'sex',
  'relationship',
  'postalCode',
  'town',
  'lot',
  'building',
  'phone',
  'changeReason',
  'changedOn',
  'qualifiedOn',
  'disqualifiedOn',
  'isResidentException',
  'isProtected',
  'isDeleted',
  'updatedAt',
] as const satisfies readonly (keyof InsuredPersonRecord)[]
