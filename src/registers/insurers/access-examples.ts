import { randomUUID } from 'node:crypto'
import type { AccessExample, AccessExamples } from '../../platform/testing/access/example.ts'

const own = (body: unknown, alsoLetIn: number[] = []): AccessExample => ({
  about: 'own',
  alsoLetIn,
  request: () => ({ body }),
})

export const accessExamples: AccessExamples = {
  'GET /api/insurer': { about: 'list', reach: 'insurer', request: () => ({}) },
  'GET /api/insurer/sheet': { about: 'list', reach: 'insurer', request: () => ({}) },
  'POST /api/insurer/change': own(
    { version: 0, insurerNumber: '990010', name: '見本市（架空）', kind: 'municipality' },
    [409],
  ),
  'POST /api/insurer/members/put': {
    about: 'own',
    alsoLetIn: [422],
    request: () => ({
      body: {
        id: randomUUID(),
        version: null,
        municipalityCode: '372013',
        name: '見本市（架空）',
        validFrom: '2026-04-01',
      },
    }),
  },
  'POST /api/insurer/members/remove': own({ id: randomUUID(), version: 1 }, [404]),
  'GET /api/organisations': { about: 'list', reach: 'insurer', request: () => ({}) },
  'POST /api/organisations/put': {
    about: 'own',
    request: () => ({
      body: { id: randomUUID(), version: null, name: '見本福祉会（架空）', kind: 'corporation' },
    }),
  },
  'POST /api/organisations/export': {
    about: 'list',
    reach: 'insurer',
    request: () => ({ body: { format: 'csv' } }),
  },
}
