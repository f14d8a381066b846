import { randomUUID } from 'node:crypto'
import type { AccessExample, AccessExamples, PlaceRecords } from '../../platform/testing/access/example.ts'
import { aChange, aCourse, anEntrustment, aRecord } from './factory.ts'

type Parts = ReturnType<AccessExample['request']>
const record = (
  request: (place: PlaceRecords) => Parts,
  more: Partial<AccessExample> = {},
): AccessExample => ({ about: 'record', reach: 'person', ...more, request })

const course = (body?: unknown, more: Partial<AccessExample> = {}) =>
  record(({ courseId }) => ({ params: { id: courseId }, ...(body === undefined ? {} : { body }) }), more)
// whoever did not write the record may not change it: past the right
const monitoring = (body: unknown) =>
  record(({ monitoringId }) => ({ params: { id: monitoringId }, body }), { alsoLetIn: [409] })
// only the office that the contract was sent to answers it
const contract = (body: unknown) =>
  record(({ entrustmentId }) => ({ params: { id: entrustmentId }, body }), {
    isNarrower: true,
    alsoLetIn: [409],
  })

const { id: _, subject: __, ...recordFields } = aRecord()

export const accessExamples: AccessExamples = {
  'GET /api/people/{personId}/care-management': record(({ personId }) => ({ params: { personId } })),
  'GET /api/people/{personId}/care-management/choices': record(({ personId }) => ({ params: { personId } })),
  'POST /api/care-management/preview': record(({ personId }) => ({
    body: {
      personId,
      level: null,
      groups: [],
      codes: [],
      type: null,
      startMonth: null,
      mode: { kind: 'standard', months: null, conditions: [], note: null },
      evaluationOn: null,
      consentedOn: null,
      openedOn: null,
      state: 'preparing',
    },
  })),
  // somebody for whom a course runs already: refused past the right
  'POST /api/care-management': record(({ personId }) => ({ body: aCourse(personId) }), { alsoLetIn: [409] }),
  'POST /api/care-management/list': { about: 'list', reach: 'person', request: () => ({ body: {} }) },
  'POST /api/care-management/export': {
    about: 'list',
    reach: 'person',
    request: () => ({ body: { format: 'csv' } }),
  },
  'GET /api/care-management/{id}': course(),
  'PATCH /api/care-management/{id}': course(aChange(1)),
  'POST /api/care-management/{id}/end': course(
    { version: 1, endedOn: '2026-11-22', reason: '転出' },
    { alsoLetIn: [409] },
  ),
  'POST /api/care-management/{id}/reopen': course({ version: 1, reason: '誤り' }),
  'POST /api/care-management/{id}/records': record(({ courseId }) => ({
    params: { id: courseId },
    body: aRecord({ id: randomUUID(), doneOn: '2026-11-21' }),
  })),
  'GET /api/monitoring/{id}': record(({ monitoringId }) => ({ params: { id: monitoringId } })),
  'PATCH /api/monitoring/{id}': monitoring({ ...recordFields, version: 1 }),
  'POST /api/monitoring/{id}/withdraw': monitoring({ version: 1, reason: '誤り' }),
  'POST /api/monitoring/{id}/confirm': monitoring({ version: 1, opinion: null }),
  'POST /api/care-management/{id}/entrustments': record(
    ({ courseId, centreId }) => ({ params: { id: courseId }, body: anEntrustment(1, centreId) }),
    { alsoLetIn: [422] }, // the office of the example is none
  ),
  'POST /api/care-management/{id}/take-back': course(),
  'GET /api/care-management/{id}/entrustments/{entrustmentId}/pdf': record(({ courseId, entrustmentId }) => ({
    params: { id: courseId, entrustmentId },
  })),
  'GET /api/entrustments/inbox': { about: 'list', reach: 'person', request: () => ({}) },
  'POST /api/entrustments/{id}/receipt': contract({}),
  'POST /api/entrustments/{id}/decline': contract({ reason: '受け持ちが一杯' }),
  'POST /api/entrustments/{id}/end': record(
    ({ entrustmentId }) => ({
      params: { id: entrustmentId },
      body: { version: 1, lastDay: '2026-11-30', reason: '転居' },
    }),
    { alsoLetIn: [409] },
  ),
}
