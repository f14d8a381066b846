import type { IsoDate } from '../../../platform/calendar/index.ts'
import type { ChangeBody, Sex } from '../schema.ts'
import type { SheetPerson } from '../schema-sheet.ts'

/** What the forms hold of a person: texts are never null, '' is "not written"; no answer about the sex is null. */
export type PersonEntry = {
  name: string
  kana: string
  alias: string
  birthOn: IsoDate | null
  birthUncertainty: SheetPerson['birthUncertainty']
  sex: Sex | null
  relationship: string
  postalCode: string
  townId: string | null
  addressRest: string
  building: string
  phone: string
  insuredNumber: string
  staffId: string
  note: string
}
export type PersonField = keyof PersonEntry

export const blankPerson: PersonEntry = {
  name: '',
  kana: '',
  alias: '',
  birthOn: null,
  birthUncertainty: 'known',
  sex: null,
  relationship: '',
  postalCode: '',
  townId: null,
  addressRest: '',
  building: '',
  phone: '',
  insuredNumber: '',
  staffId: '',
  note: '',
}

/** The words of the fields, in the order of the forms. */
export const FIELD_WORDS: Record<PersonField, string> = {
  name: '氏名',
  kana: 'フリガナ',
  alias: '通称',
  birthOn: '生年月日',
  birthUncertainty: '生年月日の確かさ',
  sex: '性別',
  relationship: '続柄',
  townId: '町',
  addressRest: '番地',
  building: '建物',
  postalCode: '郵便番号',
  phone: '電話',
  insuredNumber: '被保険者番号',
  staffId: '主担当',
  note: 'メモ',
}
export const FIELDS = Object.keys(FIELD_WORDS) as PersonField[]

export const entryOfPerson = (person: SheetPerson): PersonEntry => ({
  name: person.name,
  kana: person.kana,
  alias: person.alias ?? '',
  birthOn: person.birthOn as IsoDate | null,
  birthUncertainty: person.birthUncertainty,
  sex: person.sex,
  relationship: person.relationship ?? '',
  postalCode: person.address?.postalCode ?? '',
  townId: person.address?.townId ?? null,
  addressRest: person.address?.rest ?? '',
  building: person.address?.building ?? '',
  phone: person.phone ?? '',
  insuredNumber: person.insuredNumber ?? '',
  staffId: person.staff?.id ?? '',
  note: person.note ?? '',
})

const orNull = (text: string): string | null => text.trim() || null

/** The body of a registration; of a change, `changedFields` are taken out of it. */
export const bodyOfPerson = (entry: PersonEntry) => ({
  name: entry.name.trim(),
  kana: entry.kana.trim(),
  alias: orNull(entry.alias),
  birthOn: entry.birthOn,
  birthUncertainty: entry.birthUncertainty,
  sex: entry.sex ?? ('unknown' as const),
  relationship: orNull(entry.relationship),
  postalCode: orNull(entry.postalCode),
  townId: entry.townId,
  addressRest: orNull(entry.addressRest),
  building: orNull(entry.building),
  phone: orNull(entry.phone),
  insuredNumber: orNull(entry.insuredNumber),
  staffId: orNull(entry.staffId),
  note: orNull(entry.note),
})

export const changedFields = (before: PersonEntry, after: PersonEntry): PersonField[] => {
  const [a, b] = [bodyOfPerson(before), bodyOfPerson(after)]
  return FIELDS.filter((field) => a[field] !== b[field])
}

/** Only what differs is sent: a field that somebody else changed meanwhile is not put back. */
export function changeBody(version: number, before: PersonEntry, after: PersonEntry): ChangeBody {
  const body = bodyOfPerson(after)
  const changed = changedFields(before, after).map((field) => [field, body[field]] as const)
  return { version, ...Object.fromEntries(changed) }
}
