import { randomUUID } from 'node:crypto'
import type { AccessExamples, PlaceRecords } from '../../platform/testing/access/example.ts'

/** The example's course waits for the municipality (届出受理); what that state refuses answers 409 or 422. */
const one = (body?: Record<string, unknown>) => ({
  about: 'record' as const,
  reach: 'person' as const,
  alsoLetIn: [409, 422],
  request: ({ registrationId }: PlaceRecords) => ({
    params: { id: registrationId },
    ...(body ? { body: { version: 1, ...body } } : {}),
  }),
})
const on = '2026-11-22'

export const accessExamples: AccessExamples = {
  'GET /api/people/{id}/registrations': {
    about: 'record',
    reach: 'person',
    request: ({ personId }) => ({ params: { id: personId } }),
  },
  'POST /api/people/{id}/registrations': {
    about: 'record',
    reach: 'person',
    alsoLetIn: [409],
    request: ({ personId }) => ({ params: { id: personId }, body: { receivedOn: on, reason: '見本の相談' } }),
  },
  'POST /api/registrations/list': {
    about: 'list',
    reach: 'person',
    request: () => ({ body: { tab: 'all' } }),
  },
  'POST /api/registrations/export': {
    about: 'list',
    reach: 'person',
    request: () => ({ body: { tab: 'all', format: 'csv' } }),
  },
  'POST /api/registrations/register': {
    about: 'list',
    reach: 'person',
    request: () => ({ body: { items: [{ id: randomUUID(), version: 1 }], on } }),
  },
  'GET /api/registrations/{id}': one(),
  'POST /api/registrations/{id}/fork': one({
    route: 'certification',
    wish: 'certification',
    consent: true,
    isTold: true,
    askedOn: on,
    on,
    reason: '本人の希望',
  }),
  'POST /api/registrations/{id}/checklist': one({ checklistId: randomUUID(), on }),
  'POST /api/registrations/{id}/request': one({ on, notification: null }),
  'POST /api/registrations/{id}/receipt': one({}),
  'POST /api/registrations/{id}/return': one({ on, reason: '届出書の記入漏れ' }),
  'POST /api/registrations/{id}/register': one({ on }),
  'POST /api/registrations/{id}/withdraw': one({ on, reason: '本人の希望' }),
  'POST /api/registrations/{id}/acts': one({ act: 'card', on }),
  'POST /api/registrations/{id}/review': one({ checklistId: randomUUID(), on }),
  'POST /api/registrations/{id}/end': one({ end: 'withdrawn', on, lastDay: on }),
  'GET /api/registrations/{id}/notification-form': one(),
  'GET /api/registrations/{id}/notice': one(),
}
