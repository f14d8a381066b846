import type { AccessExamples } from '../../platform/testing/access/example.ts'

export const accessExamples: AccessExamples = {
  'GET /api/insurer': { about: 'list', reach: 'insurer', request: () => ({}) },
}
