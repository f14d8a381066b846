import { randomUUID } from 'node:crypto'
import type { AccessExamples, PlaceRecords } from '../../platform/testing/access/example.ts'

const consultation = (more: Record<string, unknown> = {}) => ({
  about: 'record' as const,
  reach: 'person' as const,
  request: ({ consultationId }: PlaceRecords) => ({ params: { id: consultationId }, ...more }),
})
const referral = (body: Record<string, unknown>) => ({
  about: 'record' as const,
  reach: 'person' as const,
  alsoLetIn: [409, 422],
  request: ({ referralId }: PlaceRecords) => ({ params: { id: referralId }, body: { version: 1, ...body } }),
})

export const accessExamples: AccessExamples = {
  'POST /api/consultations': {
    about: 'record',
    reach: 'person',
    request: ({ personId }) => ({
      body: {
        id: randomUUID(),
        personId,
        channel: 'phone',
        caller: 'self',
        urgency: 'normal',
        text: '相談の内容',
        receivedAt: '2026-11-22T09:00:00+09:00',
      },
    }),
  },
  'POST /api/consultations/list': { about: 'list', reach: 'person', request: () => ({ body: {} }) },
  'POST /api/consultations/export': {
    about: 'list',
    reach: 'person',
    request: () => ({ body: { format: 'csv' } }),
  },
  'GET /api/consultations/{id}': consultation(),
  'PATCH /api/consultations/{id}': consultation({ body: { version: 1, answer: '伝えた' } }),
  'POST /api/consultations/{id}/withdraw': consultation({ body: { version: 1, reason: '人を間違えた' } }),
  // of a record whose person is known: let in, and told so
  'POST /api/consultations/{id}/person': {
    about: 'record',
    reach: 'person',
    alsoLetIn: [409],
    request: ({ consultationId }) => ({
      params: { id: consultationId },
      body: { version: 1, personId: null },
    }),
  },
  'GET /api/consultations/{id}/history': consultation(),
  'GET /api/consultations/{id}/pdf': consultation(),
  'POST /api/consultations/{id}/referrals': consultation({ body: { toKind: 'other', toName: '見本の窓口' } }),
  'GET /api/referrals/inbox': { about: 'list', reach: 'person', request: () => ({}) },
  // only the side that it was sent to may confirm the receipt
  'POST /api/referrals/{id}/receipt': { ...referral({}), isNarrower: true },
  'POST /api/referrals/{id}/result': referral({ result: '受けた' }),
}
