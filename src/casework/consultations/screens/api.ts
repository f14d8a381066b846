import { hc } from 'hono/client'
import type { z } from 'zod'
import type { routes as areaRoutes } from '../../../registers/areas/routes.ts'
import type { routes as centreRoutes } from '../../../registers/centres/routes.ts'
import { apiFetch, callApi, callPath } from '../../../ui/http/index.ts'
import type { routes as peopleRoutes } from '../../people/routes.ts'
import type { routes } from '../routes.ts'
import type { AddedReferral, ConsultationChange, ConsultationFilter, NewConsultation } from '../schema.ts'

const client = hc<typeof routes>('/', { fetch: apiFetch })
const people = hc<typeof peopleRoutes>('/', { fetch: apiFetch })
const areas = hc<typeof areaRoutes>('/', { fetch: apiFetch })
const centres = hc<typeof centreRoutes>('/', { fetch: apiFetch })
const one = client.api.consultations[':id']
const referral = client.api.referrals[':id']

export type NewRecord = z.input<typeof NewConsultation>
export type Filter = z.input<typeof ConsultationFilter>
export type NewReferralBody = z.input<typeof AddedReferral>

export const createRecord = (json: NewRecord) => callApi(client.api.consultations.$post({ json }))
export const listRecords = (json: Filter, signal?: AbortSignal) =>
  callApi(client.api.consultations.list.$post({ json }, { init: { signal } }))
export const readRecord = (id: string) => callApi(one.$get({ param: { id } }))
export const changeRecord = (id: string, json: ConsultationChange) =>
  callApi(one.$patch({ param: { id }, json }))
export const withdrawRecord = (id: string, version: number, reason: string) =>
  callApi(one.withdraw.$post({ param: { id }, json: { version, reason } }))
export const recordHistory = (id: string) => callApi(one.history.$get({ param: { id } }))
export const addReferral = (id: string, json: NewReferralBody) =>
  callApi(one.referrals.$post({ param: { id }, json }))
export const receiveReferral = (id: string, version: number) =>
  callApi(referral.receipt.$post({ param: { id }, json: { version } }))
export const answerReferral = (id: string, version: number, result: string) =>
  callApi(referral.result.$post({ param: { id }, json: { version, result } }))
export const referralInbox = () => callApi(client.api.referrals.inbox.$get())

export const personSheet = (id: string) => callApi(people.api.people[':id'].sheet.$get({ param: { id } }))
export const listAreas = () => callApi(areas.api.areas.$get())
export const listCentres = () => callApi(centres.api.centres.$get())
/** Written out: the tasks area is another building block, and the shape is two words. */
export const colleagues = () =>
  callPath<{ rows: { id: string; name: string }[] }>('GET', '/api/staff/colleagues')

export type Record = Awaited<ReturnType<typeof readRecord>>
export type Made = Awaited<ReturnType<typeof createRecord>>
export type Row = Awaited<ReturnType<typeof listRecords>>['rows'][number]
export type Sheet = Awaited<ReturnType<typeof personSheet>>
