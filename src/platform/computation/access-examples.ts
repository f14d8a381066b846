import type { AccessExamples } from '../testing/access/example.ts'

export const accessExamples: AccessExamples = {
  'GET /api/rules': { about: 'list', reach: 'insurer', request: () => ({}) },
  'GET /api/rules/{id}': { about: 'list', reach: 'insurer', request: () => ({ params: { id: 'PRM-04' } }) },
  'POST /api/rules/{id}': {
    about: 'list',
    reach: 'insurer',
    request: () => ({
      params: { id: 'PRM-04' },
      query: { on: '2026-04-01', steps: 'true', own: 'true' },
      body: { standardBenefitYen: 900, communitySupportYen: 100 },
    }),
  },
}
