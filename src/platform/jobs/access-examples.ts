import type { AccessExamples } from '../testing/access/example.ts'

export const accessExamples: AccessExamples = {
  'GET /api/jobs': { about: 'list', reach: 'author', request: () => ({}) },
  'GET /api/jobs/{id}': {
    about: 'record',
    reach: 'author',
    request: ({ jobId }) => ({ params: { id: jobId } }),
  },
  'GET /api/jobs/{id}/events': {
    about: 'record',
    reach: 'author',
    request: ({ jobId }) => ({ params: { id: jobId } }),
  },
  'POST /api/jobs/{id}/cancel': {
    about: 'record',
    reach: 'author',
    request: ({ jobId }) => ({ params: { id: jobId } }),
  },
}
