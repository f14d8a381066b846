import type { AccessExamples, PlaceRecords } from '../../platform/testing/access/example.ts'

const person = (more: Record<string, unknown> = {}) => ({
  about: 'record' as const,
  reach: 'person' as const,
  request: ({ personId }: PlaceRecords) => ({ params: { id: personId }, ...more }),
})

export const accessExamples: AccessExamples = {
  'POST /api/people/search': {
    about: 'list',
    reach: 'person',
    request: () => ({ body: { text: 'ミホンシルシ', scope: 'all' } }),
  },
  'POST /api/people/duplicates': {
    about: 'list',
    reach: 'person',
    request: () => ({ body: { name: '見本 ', kana: 'ミホンシルシ', birthOn: '1940-03-04', sex: 'female' } }),
  },
  // 照会 shows four facts of people of the whole insurer: nothing of another insurer
  'POST /api/people/inquiry': {
    about: 'list',
    reach: 'insurer',
    request: () => ({ body: { kana: 'ミホンシルシ', birthOn: '1940-03-04' } }),
  },
  'GET /api/people/import-state': { about: 'own', request: () => ({}) },
  // a door over the insurer that answers whoever it may with a reason, never with a record
  'POST /api/people/inquiry/hand-over': {
    about: 'list',
    reach: 'insurer',
    alsoLetIn: [409],
    request: () => ({
      body: { kana: 'ミホンシルシ', birthOn: '1940-03-04', centreName: '試験センターB', reason: '転居' },
    }),
  },
  'GET /api/people/export': { about: 'list', reach: 'person', request: () => ({ query: { format: 'csv' } }) },
  'GET /api/people': { about: 'list', reach: 'person', request: () => ({ query: { limit: '200' } }) },
  'POST /api/people': {
    about: 'own',
    request: () => ({
      body: {
        name: '見本 新人',
        kana: 'ミホン シンジン',
        sex: 'unknown',
        birthOn: '1950-01-02',
        isDuplicateChecked: true,
      },
    }),
  },
  'POST /api/people/duplicate-search': { about: 'own', request: () => ({}) },
  'GET /api/people/duplicate-pairs': { about: 'list', reach: 'insurer', request: () => ({}) },
  'POST /api/people/duplicate-pairs/{pairId}/decision': {
    about: 'own',
    alsoLetIn: [404],
    request: () => ({
      params: { pairId: '00000000-0000-4000-8000-000000000000' },
      body: { version: 1, isDifferent: true, reason: '別の方' },
    }),
  },
  'GET /api/people/{id}/sheet': person(),
  'GET /api/people/{id}/timeline': person(),
  'GET /api/people/{id}/history': person(),
  'GET /api/people/{id}/as-on': {
    about: 'record',
    reach: 'person',
    request: ({ personId }) => ({ params: { id: personId }, query: { on: '2026-11-22' } }),
  },
  'GET /api/people/{id}/merge-preview/{otherId}': {
    about: 'record',
    reach: 'person',
    request: ({ personId }) => ({ params: { id: personId, otherId: personId } }),
  },
  // a record cannot be merged into itself: let in, and told so
  'POST /api/people/{id}/merge': {
    about: 'record',
    reach: 'person',
    alsoLetIn: [409],
    request: ({ personId }) => ({
      params: { id: personId },
      body: { version: 1, otherId: personId, otherVersion: 1, choices: {}, reason: '同じ方' },
    }),
  },
  'POST /api/people/{id}/merge-request': { ...person({ body: { reason: '同じ方' } }), alsoLetIn: [409] },
  'GET /api/people/{id}/merges': person(),
  'GET /api/people/{id}/merges/{mergeId}/undo': {
    about: 'record',
    reach: 'person',
    alsoLetIn: [404],
    request: ({ personId }) => ({ params: { id: personId, mergeId: personId } }),
  },
  'POST /api/people/{id}/merges/{mergeId}/undo': {
    about: 'record',
    reach: 'person',
    alsoLetIn: [404],
    request: ({ personId }) => ({ params: { id: personId, mergeId: personId }, body: { reason: '別の方' } }),
  },
  'GET /api/people/{id}/event-preview': person({ query: { kind: 'died' } }),
  'POST /api/people/{id}/events': {
    about: 'record',
    reach: 'person',
    request: ({ personId }, actor) => ({
      params: { id: personId },
      body: {
        version: 1,
        kind: 'died',
        happenedOn: '2026-11-20',
        informationSource: 'family',
        confirmedBy: actor.staffId,
        tasks: [],
      },
    }),
  },
  'POST /api/people/{id}/events/{eventId}/cancel': {
    about: 'record',
    reach: 'person',
    alsoLetIn: [404],
    request: ({ personId }) => ({
      params: { id: personId, eventId: personId },
      body: { version: 1, reason: '別の方' },
    }),
  },
  'POST /api/people/{id}/consents': person({
    body: {
      state: 'obtained',
      givenOn: '2026-11-20',
      givenBy: '見本 本人',
      relationship: '本人',
      scope: ['centre'],
    },
  }),
  'POST /api/people/{id}/consents/{consentId}/withdraw': {
    about: 'record',
    reach: 'person',
    alsoLetIn: [404],
    request: ({ personId }) => ({
      params: { id: personId, consentId: personId },
      body: { version: 1, on: '2026-11-22', reason: '本人の申し出' },
    }),
  },
  'POST /api/people/{id}/restriction': person({
    body: { version: 1, kind: 'locked', isOn: true, reason: '市の判断' },
  }),
  'GET /api/people/{id}/restrictions': person(),
  'GET /api/people/{id}/hidden-address': { ...person(), alsoLetIn: [404] },
  'PATCH /api/people/{id}': person({ body: { version: 1, note: '直した' } }),
  'POST /api/people/{id}/transfer': {
    about: 'record',
    reach: 'person',
    alsoLetIn: [422],
    request: ({ personId, centreId }) => ({
      params: { id: personId },
      body: { version: 1, toCentreId: centreId, reason: '転居' },
    }),
  },
  'GET /api/people/{id}/contacts': person(),
  'POST /api/people/{id}/contacts': person({ body: { name: '見本 子', relationship: '子' } }),
  'PATCH /api/people/{id}/contacts/{contactId}': {
    about: 'record',
    reach: 'person',
    request: ({ personId, contactId }) => ({
      params: { id: personId, contactId },
      body: { version: 1, note: '夜は不在' },
    }),
  },
  'DELETE /api/people/{id}/contacts/{contactId}': {
    about: 'record',
    reach: 'person',
    request: ({ personId, contactId }) => ({ params: { id: personId, contactId }, query: { version: '1' } }),
  },
}
