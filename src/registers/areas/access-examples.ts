import { randomUUID } from 'node:crypto'
import type { AccessExample, AccessExamples } from '../../platform/testing/access/example.ts'

const own = (body: () => unknown, alsoLetIn: number[] = []): AccessExample => ({
  about: 'own',
  alsoLetIn,
  request: () => ({ body: body() }),
})
const list = (body?: unknown): AccessExample => ({
  about: 'list',
  reach: 'insurer',
  request: () => (body === undefined ? {} : { body }),
})

export const accessExamples: AccessExamples = {
  'GET /api/towns': list(),
  'GET /api/areas': list(),
  'GET /api/areas/register': list(),
  'POST /api/areas/put': own(() => ({
    id: randomUUID(),
    version: null,
    code: randomUUID().slice(0, 12),
    name: '見本圏域（架空）',
    validFrom: '2026-04-01',
  })),
  'POST /api/areas/end': own(() => ({ id: randomUUID(), version: 1, lastDay: '2027-03-31' }), [404]),
  'POST /api/areas/assign': {
    about: 'own',
    alsoLetIn: [404],
    request: ({ centreId }) => ({ body: { areaId: randomUUID(), centreId, fromDay: '2027-04-01' } }),
  },
  'POST /api/towns/put': own(() => ({
    id: randomUUID(),
    version: null,
    name: `見本町${randomUUID()}`,
    kana: 'ミホンチョウ',
  })),
  'POST /api/towns/assign': own(
    () => ({ townIds: [randomUUID()], areaId: null, fromDay: '2027-04-01' }),
    [404],
  ),
  'POST /api/towns/affected': list({ townIds: [randomUUID()] }),
  'POST /api/towns/rows': own(() => ({ rows: [['見本町', 'ミホンチョウ', '0000', '', '']], dryRun: true })),
  'POST /api/towns/export': list({ format: 'csv' }),
}
