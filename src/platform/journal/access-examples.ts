import type { AccessExamples } from '../testing/access/example.ts'

export const accessExamples: AccessExamples = {
  'GET /api/journal': { about: 'list', reach: 'author', request: () => ({ query: { day: '2026-11-20' } }) },
}
