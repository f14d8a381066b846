import type { AccessExamples } from '../../platform/testing/access/example.ts'

// published shapes: the same for everyone who is signed in
export const accessExamples: AccessExamples = {
  'GET /api/boundaries': { about: 'own', request: () => ({}) },
  'GET /api/boundaries/topology': {
    about: 'own',
    alsoLetIn: [404],
    request: () => ({ query: { level: 'municipality', prefecture: '370002' } }),
  },
}
