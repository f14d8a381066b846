import { PERSON_FIELDS } from '../people.ts'

type Fields = Record<string, { type: string }>

const fields = (names: readonly string[], type: string): Fields =>
  Object.fromEntries(names.map((name) => [name, { type }]))

export const PERSON_FIELDS_OF_STRAPI: Fields = {
  ...fields(Object.keys(PERSON_FIELDS), 'string'),
  note: { type: 'text' },
  isProtected: { type: 'boolean' },
}

export const CONSULTATION_FIELDS: Fields = {
  ...fields(['personId', 'centreId', 'staffId', 'receivedOn', 'channel', 'caller', 'continuity'], 'string'),
  ...fields(['urgency', 'consent', 'nextAction', 'dueOn'], 'string'),
  ...fields(['text', 'answer'], 'text'),
  ...fields(['topics', 'responses'], 'json'),
  minutes: { type: 'integer' },
}

/** schema.json of a content type, without drafts. */
export const typeFile = (one: string, many: string, attributes: Fields) => ({
  kind: 'collectionType',
  collectionName: many,
  info: { singularName: one, pluralName: many, displayName: one },
  options: { draftAndPublish: false },
  attributes,
})
