import { hc } from 'hono/client'
import type { z } from 'zod'
import type { Area } from '../../../registers/areas/schema.ts'
import type { Centre } from '../../../registers/centres/schema.ts'
import { apiFetch, callApi, callNamedFile, callPath } from '../../../ui/http/index.ts'
import type { Sheet } from '../../people/index.ts'
import type { routes } from '../routes.ts'
import type { AddedReferral, ConsultationChange, ConsultationFilter, NewConsultation } from '../schema.ts'

const client = hc<typeof routes>('/', { fetch: apiFetch })
const one = client.api.consultations[':id']
const referral = client.api.referrals[':id']

export type NewRecord = z.input<typeof NewConsultation>
export type Filter = z.input<typeof ConsultationFilter>
export type NewReferralBody = z.input<typeof AddedReferral>

export const createRecord = (json: NewRecord) => callApi(client.api.consultations.$post({ json }))
export const listRecords = (json: Filter, signal?: AbortSignal) =>
  callApi(client.api.consultations.list.$post({ json }, { init: { signal } }))
export const exportRecords = (json: Filter, format: 'csv' | 'csv-cp932' | 'xlsx') =>
  callNamedFile(client.api.consultations.export.$post({ json: { ...json, format } }))
export const readRecord = (id: string) => callApi(one.$get({ param: { id } }))
export const changeRecord = (id: string, json: ConsultationChange) =>
  callApi(one.$patch({ param: { id }, json }))
export const withdrawRecord = (id: string, version: number, reason: string) =>
  callApi(one.withdraw.$post({ param: { id }, json: { version, reason } }))
/** `personId` null: unnamed again */
export const joinRecord = (id: string, version: number, personId: string | null) =>
  callApi(one.person.$post({ param: { id }, json: { version, personId } }))
export const recordHistory = (id: string) => callApi(one.history.$get({ param: { id } }))
export const addReferral = (id: string, json: NewReferralBody) =>
  callApi(one.referrals.$post({ param: { id }, json }))
export const receiveReferral = (id: string, version: number) =>
  callApi(referral.receipt.$post({ param: { id }, json: { version } }))
export const answerReferral = (id: string, version: number, result: string) =>
  callApi(referral.result.$post({ param: { id }, json: { version, result } }))
export const referralInbox = () => callApi(client.api.referrals.inbox.$get())

// Written out: other areas are entered by their doors, and of their routes only the shape is known here.
export const personSheet = (id: string) =>
  callPath<Sheet>('GET', `/api/people/${encodeURIComponent(id)}/sheet`)
export const listAreas = () => callPath<{ items: Area[] }>('GET', '/api/areas')
export const listCentres = () => callPath<{ items: Centre[] }>('GET', '/api/centres')
export const colleagues = () =>
  callPath<{ rows: { id: string; name: string }[] }>('GET', '/api/staff/colleagues')

export type Record = Awaited<ReturnType<typeof readRecord>>
export type Made = Awaited<ReturnType<typeof createRecord>>
export type Row = Awaited<ReturnType<typeof listRecords>>['rows'][number]
export type { Sheet }
