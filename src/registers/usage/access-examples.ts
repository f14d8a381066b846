import type { AccessExamples } from '../../platform/testing/access/example.ts'

const period = { from: '2026-04', to: '2026-11' }

export const accessExamples: AccessExamples = {
  'POST /api/usage': { about: 'list', reach: 'insurer', request: () => ({ body: period }) },
  'POST /api/usage/export': {
    about: 'list',
    reach: 'insurer',
    request: () => ({ body: { ...period, format: 'csv' } }),
  },
}
