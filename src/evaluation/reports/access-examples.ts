import { randomUUID } from 'node:crypto'
import type { AccessExamples, PlaceRecords } from '../../platform/testing/access/example.ts'

/** Reports are of a centre: the reach over people is the reach over its report. */
const ofCentre = (more: Record<string, unknown> = {}, alsoLetIn: number[] = []) => ({
  about: 'record' as const,
  reach: 'person' as const,
  alsoLetIn,
  request: ({ centreId }: PlaceRecords) => ({ params: { unit: centreId, month: '2026-10' }, ...more }),
})
const nothingSubmitted = [404, 409]

export const accessExamples: AccessExamples = {
  'GET /api/monthly-reports': { about: 'list', reach: 'person', request: () => ({}) },
  // an id of no report: there is none to be found, whoever asks
  'GET /api/monthly-report-places/{id}': {
    about: 'own',
    alsoLetIn: [404],
    request: () => ({ params: { id: randomUUID() } }),
  },
  'GET /api/monthly-reports/{unit}/{month}': ofCentre(),
  'GET /api/monthly-reports/{unit}/{month}/versions/{number}': {
    about: 'own',
    alsoLetIn: [404],
    request: ({ centreId }) => ({ params: { unit: centreId, month: '2026-10', number: '1' } }),
  },
  'GET /api/monthly-reports/{unit}/{month}/records': ofCentre({ query: { section: 'summary', row: 'all' } }),
  'GET /api/monthly-reports/{unit}/{month}/late-entries': {
    about: 'own',
    alsoLetIn: [404],
    request: ({ centreId }) => ({ params: { unit: centreId, month: '2026-10' } }),
  },
  // twice is once too often: the second confirmation is told of the first
  'POST /api/monthly-reports/{unit}/{month}/confirm': ofCentre({ body: { version: 0 } }, [409]),
  'POST /api/monthly-reports/insurer/{month}/close': {
    about: 'own',
    alsoLetIn: nothingSubmitted,
    request: () => ({ params: { month: '2026-09' }, body: { version: 0 } }),
  },
  'POST /api/monthly-reports/{unit}/{month}/accept': ofCentre({ body: { version: 1 } }, [409]),
  'POST /api/monthly-reports/{unit}/{month}/return': ofCentre(
    { body: { version: 1, reason: '数を確かめてください' } },
    [409],
  ),
  'GET /api/monthly-reports/{unit}/{month}/file': ofCentre({ query: { format: 'csv' } }),
  'GET /api/monthly-reports/{unit}/{month}/pdf': ofCentre(),
}
