import type { AccessExamples } from '../../platform/testing/access/example.ts'

const params = { id: 'certification-rate' }
const view = {
  title: '認定率を近くの市と',
  link: '/indicators?ids=certification-rate&level=insurer',
  isShared: false,
}

// published figures are the same for everyone who is signed in; without files there are none yet
export const accessExamples: AccessExamples = {
  'GET /api/indicators': { about: 'own', request: () => ({}) },
  'POST /api/indicators/compare': {
    about: 'own',
    request: () => ({ body: { indicators: ['certification-rate'], level: 'insurer' } }),
  },
  'GET /api/indicators/{id}': { about: 'own', request: () => ({ params }) },
  'GET /api/indicators/{id}/values': { about: 'own', alsoLetIn: [404], request: () => ({ params }) },
  'GET /api/indicators/{id}/series': { about: 'own', alsoLetIn: [404], request: () => ({ params }) },
  'GET /api/indicators/{id}/ranking': { about: 'own', alsoLetIn: [404], request: () => ({ params }) },
  'GET /api/indicators/{id}/similar': {
    about: 'own',
    alsoLetIn: [404],
    request: () => ({ params, query: { code: '372013' } }),
  },
  'GET /api/indicators/{id}/reading': {
    about: 'own',
    alsoLetIn: [404],
    request: () => ({ params, query: { code: '372013' } }),
  },
  'GET /api/indicators/{id}/export': {
    about: 'own',
    alsoLetIn: [404],
    request: () => ({ params, query: { format: 'csv' } }),
  },
  'GET /api/indicator-places': { about: 'own', request: () => ({}) },
  'GET /api/indicator-sheets/{id}': {
    about: 'own',
    alsoLetIn: [404],
    request: () => ({ params, query: { code: '372013' } }),
  },
  'GET /api/indicator-views': { about: 'own', request: () => ({}) },
  'POST /api/indicator-views': { about: 'own', request: () => ({ body: view }) },
  // nobody's view: what one may name are one's own
  'PUT /api/indicator-views/{viewId}': {
    about: 'own',
    alsoLetIn: [404],
    request: ({ taskId }) => ({ params: { viewId: taskId }, body: { ...view, version: 1 } }),
  },
  'DELETE /api/indicator-views/{viewId}': {
    about: 'own',
    alsoLetIn: [404],
    request: ({ taskId }) => ({ params: { viewId: taskId }, query: { version: '1' } }),
  },
}
