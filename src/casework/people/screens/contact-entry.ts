import type { Contact, NewContactBody } from '../schema.ts'

/** A contact as the form holds it: texts are never null, '' is "not written". */
export type ContactEntry = {
  name: string
  kana: string
  relationship: string
  phone: string
  address: string
  note: string
  isKeyPerson: boolean
  isEmergency: boolean
  isCallerWarning: boolean
}

export const blankContact: ContactEntry = {
  name: '',
  kana: '',
  relationship: '',
  phone: '',
  address: '',
  note: '',
  isKeyPerson: false,
  isEmergency: false,
  isCallerWarning: false,
}

export const entryOf = (contact: Contact): ContactEntry => ({
  name: contact.name,
  kana: contact.kana ?? '',
  relationship: contact.relationship,
  phone: contact.phone ?? '',
  address: contact.address ?? '',
  note: contact.note ?? '',
  isKeyPerson: contact.isKeyPerson,
  isEmergency: contact.isEmergency,
  isCallerWarning: contact.isCallerWarning,
})

const orNull = (text: string): string | null => text.trim() || null

export const bodyOf = (entry: ContactEntry): NewContactBody => ({
  name: entry.name.trim(),
  kana: orNull(entry.kana),
  relationship: entry.relationship.trim(),
  phone: orNull(entry.phone),
  address: orNull(entry.address),
  note: orNull(entry.note),
  isKeyPerson: entry.isKeyPerson,
  isEmergency: entry.isEmergency,
  isCallerWarning: entry.isCallerWarning,
})
