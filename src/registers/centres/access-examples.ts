import type { AccessExamples } from '../../platform/testing/access/example.ts'

export const accessExamples: AccessExamples = {
  'GET /api/centres': { about: 'list', reach: 'insurer', request: () => ({}) },
  'GET /api/centres/register': { about: 'list', reach: 'insurer', request: () => ({}) },
}
