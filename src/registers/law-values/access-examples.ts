import { randomUUID } from 'node:crypto'
import type { AccessExamples } from '../../platform/testing/access/example.ts'

const params = { id: 'ltci.insured.ages' }

export const accessExamples: AccessExamples = {
  'GET /api/law-values': { about: 'list', reach: 'insurer', request: () => ({}) },
  'GET /api/law-values/export': {
    about: 'list',
    reach: 'insurer',
    request: () => ({ query: { format: 'csv' } }),
  },
  'GET /api/law-values/{id}': { about: 'list', reach: 'insurer', request: () => ({ params }) },
  'POST /api/law-values/{id}/confirm': {
    about: 'own',
    alsoLetIn: [409, 422],
    request: () => ({
      params,
      body: {
        from: '2000-04-01',
        hash: '0'.repeat(64),
        source: '試験の出典',
        sourceUrl: null,
        seenIn: '第1条',
      },
    }),
  },
  'POST /api/law-values/{id}/withdraw': {
    about: 'own',
    alsoLetIn: [404],
    request: () => ({ params, body: { confirmationId: randomUUID(), version: 1, reason: '試験の理由' } }),
  },
}
