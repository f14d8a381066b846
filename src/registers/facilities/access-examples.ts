import type { AccessExamples } from '../../platform/testing/access/example.ts'

export const accessExamples: AccessExamples = {
  'GET /api/facilities/lists': { about: 'own', request: () => ({}) },
  'POST /api/facilities/search': { about: 'own', request: () => ({ body: { words: '見本' } }) },
  'POST /api/facilities/detail': {
    about: 'own',
    alsoLetIn: [404],
    request: () => ({ body: { areaCode: '372013', category: '見本の施設', key: '1' } }),
  },
  'POST /api/facilities/export': { about: 'own', request: () => ({ body: { format: 'csv' } }) },
}
