import type { AccessExamples } from '../../platform/testing/access/example.ts'

const period = { from: '2026-11-01', until: '2026-11-30' }
const list = (body?: unknown) => ({
  about: 'list' as const,
  reach: 'insurer' as const,
  request: () => (body === undefined ? {} : { body }),
})

/** Of an account in the place: whoever is named there is named in the answer. */
const account = (more: object) => ({
  about: 'list' as const,
  reach: 'insurer' as const,
  request: ({ staffId }: { staffId: string }) => ({ body: { ...period, staffId, ...more } }),
})

export const accessExamples: AccessExamples = {
  'POST /api/access-log/lines': list(period),
  'POST /api/access-log/people': list({ number: '0000000000' }),
  'POST /api/access-log/by-staff': list(period),
  'POST /api/access-log/touched': account({}),
  'POST /api/access-log/touched/export': account({ format: 'csv' }),
  'GET /api/access-log/choices': list(),
  'POST /api/access-log/export': list({ ...period, format: 'csv' }),
}
