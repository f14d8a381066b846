import { randomUUID } from 'node:crypto'
import type { AccessExamples } from '../../platform/testing/access/example.ts'

export const accessExamples: AccessExamples = {
  'GET /api/centres': { about: 'list', reach: 'insurer', request: () => ({}) },
  'GET /api/centres/register': { about: 'list', reach: 'insurer', request: () => ({}) },
  'POST /api/centres/put': {
    about: 'own',
    request: () => ({
      body: {
        id: randomUUID(),
        version: null,
        name: '見本センター（架空）',
        shortName: '見本',
        kind: 'standard',
        operation: 'direct',
        validFrom: '2026-04-01',
      },
    }),
  },
  'GET /api/centres/{centreId}/dependents': {
    about: 'record',
    reach: 'insurer',
    request: ({ centreId }) => ({ params: { centreId }, query: { lastDay: '2027-03-31' } }),
  },
  'POST /api/centres/{centreId}/end': {
    about: 'record',
    reach: 'insurer',
    alsoLetIn: [409, 422],
    request: ({ centreId }) => ({ params: { centreId }, body: { version: 0, lastDay: '2027-03-31' } }),
  },
  'POST /api/centres/export': {
    about: 'list',
    reach: 'insurer',
    request: () => ({ body: { format: 'csv' } }),
  },
}
