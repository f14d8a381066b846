import { randomUUID } from 'node:crypto'
import type { Actor } from '../../platform/access/index.ts'
import type { AccessExample, AccessExamples } from '../../platform/testing/access/example.ts'

/** Each editor's own setting: an officer has none yet that is his, so the administrator's answers 403 to him. */
const key = (_: Actor) => 'security.idle-minutes'

/** None that waits is anybody's: whoever has the right is told that there is no such proposal. */
const proposal = (body?: unknown): AccessExample => ({
  about: 'own',
  alsoLetIn: [404],
  request: () => ({ params: { proposalId: randomUUID() }, body }),
})

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
  'GET /api/settings/{key}/proposals': {
    about: 'list',
    reach: 'insurer',
    request: () => ({ params: { key: 'registration.review-months' } }),
  },
  'POST /api/settings/{key}/proposals': {
    about: 'own',
    alsoLetIn: [409, 422],
    request: () => ({
      params: { key: 'registration.review-months' },
      body: {
        operation: 'add',
        from: '2026-12-01',
        value: 24,
        ordinance: { title: '試験要綱', number: null, article: null },
        note: null,
      },
    }),
  },
  'POST /api/setting-proposals/{proposalId}/approve': proposal(),
  'POST /api/setting-proposals/{proposalId}/return': proposal({ reason: '試験の理由' }),
  'POST /api/setting-proposals/{proposalId}/withdraw': proposal(),
}
