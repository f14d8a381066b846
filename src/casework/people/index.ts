import { stateTaskKinds, stateTaskSource } from '../../platform/tasks/index.ts'

stateTaskKinds({
  'person.transfer-receipt': '引き継ぎの受領',
  'person.hand-over-request': '引き継ぎの依頼',
  'person.merge-request': '統合の依頼',
  'person.unmerged-rows': '統合の取消の後の確認',
  'person.closing': '死亡・転出の後の手続き',
})
stateTaskSource('person', (id) => `/people/${id}`)
stateTaskSource('person-merge', (id) => `/people/${id}/merge`)

export { keysOfTyped, type SearchFields, type SearchSource, searchFields } from './rules/search-fields.ts'
export type { Sheet } from './schema-sheet.ts'
export { personStatement, type StoredPerson } from './stored-person.ts'
