import type { Actor } from '../../platform/access/index.ts'
import type { AccessExamples } from '../../platform/testing/access/example.ts'

/** Each editor's own setting: an officer has none yet that is his, so the administrator's answers 403 to him. */
const key = (_: Actor) => 'security.idle-minutes'

export const accessExamples: AccessExamples = {
  'GET /api/settings': { about: 'list', reach: 'insurer', request: () => ({}) },
  'POST /api/settings/{key}': {
    about: 'own',
    alsoLetIn: [403, 409, 422],
    request: (_, actor) => ({
      params: { key: key(actor) },
      body: { id: null, version: null, from: '2026-12-01', value: 30, source: '試験要綱', note: null },
    }),
  },
  'POST /api/settings/{key}/remove': {
    about: 'own',
    alsoLetIn: [403, 409],
    request: (_, actor) => ({
      params: { key: key(actor) },
      body: { id: '00000000-0000-4000-8000-000000000000', version: 1 },
    }),
  },
}
