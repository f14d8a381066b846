import { stateTaskKinds, stateTaskSource } from '../../platform/tasks/index.ts'

stateTaskKinds({ 'person.transfer-receipt': '引き継ぎの受領', 'person.hand-over-request': '引き継ぎの依頼' })
stateTaskSource('person', (id) => `/people/${id}`)

export { keysOfTyped, type SearchFields, type SearchSource, searchFields } from './rules/search-fields.ts'
export type { Sheet } from './schema-sheet.ts'
export { personStatement, type StoredPerson } from './stored-person.ts'
