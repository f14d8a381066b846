import type { AccessExamples } from '../../platform/testing/access/example.ts'

// published figures: the same for everyone who is signed in
export const accessExamples: AccessExamples = {
  'GET /api/statistics/town-population': {
    about: 'own',
    alsoLetIn: [404],
    request: () => ({ query: { municipalityCode: '372013', asOf: '2025-10-01' } }),
  },
  'GET /api/statistics/town-population/releases': { about: 'own', request: () => ({}) },
  'GET /api/statistics/town-population/trend': {
    about: 'own',
    alsoLetIn: [404],
    request: () => ({ query: { municipalityCode: '372013' } }),
  },
  'GET /api/statistics/town-population/by-area': {
    about: 'own',
    alsoLetIn: [404],
    request: () => ({ query: { municipalityCode: '372013' } }),
  },
  'GET /api/statistics/town-population/export': {
    about: 'own',
    alsoLetIn: [404],
    request: () => ({ query: { municipalityCode: '372013', asOf: '2025-10-01', format: 'csv' } }),
  },
}
