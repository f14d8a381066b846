import type { AccessExamples } from '../../platform/testing/access/example.ts'

// published offices: the same for everyone who is signed in; decisions are the insurer's own
const unknown = '00000000-0000-7000-8000-000000000000'
export const accessExamples: AccessExamples = {
  'POST /api/offices/search': { about: 'own', request: () => ({ body: {} }) },
  'GET /api/offices/holdings': { about: 'own', request: () => ({}) },
  'GET /api/offices/by-id/{officeId}': {
    about: 'own',
    alsoLetIn: [404],
    request: () => ({ params: { officeId: unknown } }),
  },
  'POST /api/offices/differences': { about: 'own', request: () => ({ body: {} }) },
  'POST /api/offices/differences/decide': {
    about: 'own',
    alsoLetIn: [404],
    request: () => ({
      body: {
        officeNumber: '9999900047',
        version: null,
        textsHash: '0'.repeat(32),
        outcome: 'different-offices',
        reason: '試験',
      },
    }),
  },
  'POST /api/offices/differences/accept-spacing': { about: 'own', request: () => ({ body: {} }) },
  'POST /api/offices/differences/withdraw': {
    about: 'own',
    alsoLetIn: [404],
    request: () => ({ body: { id: unknown, version: 1 } }),
  },
  'POST /api/offices/export': { about: 'own', request: () => ({ body: { format: 'csv' } }) },
}
