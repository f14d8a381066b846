import type { AccessExamples } from '../testing/access/example.ts'

export const accessExamples: AccessExamples = {
  'GET /api/notices': { about: 'list', reach: 'author', request: () => ({}) },
}
