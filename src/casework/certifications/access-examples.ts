import type { AccessExamples, PlaceRecords } from '../../platform/testing/access/example.ts'

const one = (body?: Record<string, unknown>, alsoLetIn: number[] = []) => ({
  about: 'record' as const,
  reach: 'person' as const,
  alsoLetIn,
  request: ({ certificationId }: PlaceRecords) => ({
    params: { id: certificationId },
    ...(body ? { body: { version: 1, ...body } } : {}),
  }),
})

export const accessExamples: AccessExamples = {
  'GET /api/people/{id}/certifications': {
    about: 'record',
    reach: 'person',
    request: ({ personId }) => ({ params: { id: personId } }),
  },
  'POST /api/people/{id}/certifications': {
    about: 'record',
    reach: 'person',
    request: ({ personId }) => ({
      params: { id: personId },
      body: { basis: 'application', kind: 'change', appliedOn: '2026-11-20' },
    }),
  },
  // the example's record is an open application
  'GET /api/certifications/{id}': one(),
  'PATCH /api/certifications/{id}': one({ doctor: '見本医院' }),
  'POST /api/certifications/{id}/decide': one({ decidedOn: '2026-11-22', level: '12' }),
  'POST /api/certifications/{id}/withdraw': one({ on: '2026-11-22', reason: '本人の希望' }),
  'POST /api/certifications/{id}/close': one({
    outcome: 'rejected',
    on: '2026-11-22',
    reason: '調査に応じない',
  }),
  'POST /api/certifications/{id}/postpone': one({
    to: '2026-12-28',
    toldOn: '2026-11-22',
    reason: '主治医意見書の遅れ',
  }),
  'POST /api/certifications/renewals': { about: 'list', reach: 'person', request: () => ({ body: {} }) },
  'POST /api/certifications/renewals/export': {
    about: 'list',
    reach: 'person',
    request: () => ({ body: { format: 'csv' } }),
  },
}
