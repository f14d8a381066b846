import type { AccessExamples } from '../../platform/testing/access/example.ts'

// published figures: the same for everyone who is signed in
export const accessExamples: AccessExamples = {
  'GET /api/statistics/municipal-figures': { about: 'own', request: () => ({}) },
}
