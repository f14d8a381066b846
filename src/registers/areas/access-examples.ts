import type { AccessExamples } from '../../platform/testing/access/example.ts'

export const accessExamples: AccessExamples = {
  'GET /api/towns': { about: 'list', reach: 'insurer', request: () => ({}) },
  'GET /api/areas': { about: 'list', reach: 'insurer', request: () => ({}) },
}
