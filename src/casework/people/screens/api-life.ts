import { hc } from 'hono/client'
import { apiFetch, callApi } from '../../../ui/http/index.ts'
import type { routes as asOnRoutes } from '../as-on/routes.ts'
import type { routes as eventRoutes } from '../events/routes.ts'
import type { CancelBody, EventBody } from '../events/schema.ts'
import type { routes as mergeRoutes } from '../merge/routes.ts'
import type { MergeBody } from '../merge/schema.ts'
import type { routes as standingRoutes } from '../standing/routes.ts'
import type { ConsentBody, RestrictionBody } from '../standing/schema.ts'

const asOn = hc<typeof asOnRoutes>('/', { fetch: apiFetch }).api.people[':id']
const event = hc<typeof eventRoutes>('/', { fetch: apiFetch }).api.people[':id']
const merge = hc<typeof mergeRoutes>('/', { fetch: apiFetch }).api.people[':id']
const standing = hc<typeof standingRoutes>('/', { fetch: apiFetch }).api.people[':id']
const at = (id: string) => ({ param: { id } })

export const fetchAsOn = (id: string, on: string) => callApi(asOn['as-on'].$get({ ...at(id), query: { on } }))

export const previewEvent = (id: string, kind: EventBody['kind']) =>
  callApi(event['event-preview'].$get({ ...at(id), query: { kind } }))
export const recordEvent = (id: string, json: EventBody) => callApi(event.events.$post({ ...at(id), json }))
export const cancelEvent = (id: string, eventId: string, json: CancelBody) =>
  callApi(event.events[':eventId'].cancel.$post({ param: { id, eventId }, json }))

export const previewMerge = (id: string, otherId: string) =>
  callApi(merge['merge-preview'][':otherId'].$get({ param: { id, otherId } }))
export const mergeRecords = (id: string, json: MergeBody) => callApi(merge.merge.$post({ ...at(id), json }))
export const requestMerge = (id: string, reason: string) =>
  callApi(merge['merge-request'].$post({ ...at(id), json: { reason } }))
export const fetchMerges = (id: string) => callApi(merge.merges.$get(at(id)))
export const previewUndo = (id: string, mergeId: string) =>
  callApi(merge.merges[':mergeId'].undo.$get({ param: { id, mergeId } }))
export const undoMerge = (id: string, mergeId: string, reason: string) =>
  callApi(merge.merges[':mergeId'].undo.$post({ param: { id, mergeId }, json: { reason } }))

export const recordConsent = (id: string, json: ConsentBody) =>
  callApi(standing.consents.$post({ ...at(id), json }))
export const withdrawConsent = (id: string, consentId: string, version: number, on: string, reason: string) =>
  callApi(
    standing.consents[':consentId'].withdraw.$post({
      param: { id, consentId },
      json: { version, on, reason },
    }),
  )
export const setRestriction = (id: string, json: RestrictionBody) =>
  callApi(standing.restriction.$post({ ...at(id), json }))
export const fetchRestrictions = (id: string) => callApi(standing.restrictions.$get(at(id)))
