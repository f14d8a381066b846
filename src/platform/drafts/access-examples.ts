import type { AccessExamples } from '../testing/access/example.ts'

// a key belongs to its author: the same key of somebody else is another draft, so nothing of others can be named
export const accessExamples: AccessExamples = {
  'PUT /api/drafts/{key}': {
    about: 'own',
    request: () => ({ params: { key: 'access.test' }, body: { content: { text: 'x' } } }),
  },
  'GET /api/drafts/{key}': {
    about: 'own',
    request: () => ({ params: { key: 'access.test' } }),
  },
  'DELETE /api/drafts/{key}': {
    about: 'own',
    request: () => ({ params: { key: 'access.test' } }),
  },
}
