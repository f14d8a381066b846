import { randomUUID } from 'node:crypto'
import type { AccessExamples } from '../../platform/testing/access/example.ts'

const group = () => ({ fromCentreId: null, toCentreId: null, fromAreaId: null, toAreaId: randomUUID() })

export const accessExamples: AccessExamples = {
  'POST /api/area-moves/proposals': { about: 'list', request: () => ({ body: { day: '2026-11-22' } }) },
  'POST /api/area-moves/people': {
    about: 'list',
    request: () => ({ body: { day: '2026-11-22', group: group(), limit: 200 } }),
  },
  'POST /api/area-moves/run': { about: 'own', request: () => ({ body: { group: group() } }) },
  'POST /api/area-moves/list': { about: 'list', request: () => ({ body: { limit: 200 } }) },
  'POST /api/area-moves/undo': {
    about: 'own',
    alsoLetIn: [404],
    request: () => ({ body: { id: randomUUID(), version: 1 } }),
  },
}
