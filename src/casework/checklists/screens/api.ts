import { hc } from 'hono/client'
import type { z } from 'zod'
import { apiFetch, callApi, callNamedFile, callPath } from '../../../ui/http/index.ts'
import type { Sheet } from '../../people/index.ts'
import type { routes } from '../routes.ts'
import type { ChecklistBulk, ChecklistConfirmation, ChecklistFilter } from '../schema.ts'
import type { NameQuestion } from './bulk-rows.ts'
import type { ChangeBody, NewBody } from './sheet-body.ts'

const client = hc<typeof routes>('/', { fetch: apiFetch })
const { checklists } = client.api
const one = checklists[':id']

export type Filter = z.input<typeof ChecklistFilter>
export type BulkBody = z.input<typeof ChecklistBulk>

export const createChecklist = (json: NewBody) => callApi(checklists.$post({ json }))
export const listChecklists = (json: Filter, signal?: AbortSignal) =>
  callApi(checklists.list.$post({ json }, { init: { signal } }))
export const readChecklist = (id: string) => callApi(one.$get({ param: { id } }))

/** Insured type and 認定 as the server knows them on a day, beside which the paper is judged while it is typed. */
export async function standingOn(personId: string, answeredOn: string) {
  const json = { personId, answeredOn, coding: 'paperNumber' as const, cells: {}, height: null, weight: null }
  const { insuredType, certification } = await callApi(checklists.preview.$post({ json }))
  return { insuredType, certification }
}

const at = (id: string) => ({ param: { id } })
export const changeChecklist = (id: string, json: ChangeBody) => callApi(one.$patch({ ...at(id), json }))
export const withdrawChecklist = (id: string, version: number, reason: string) =>
  callApi(one.withdraw.$post({ ...at(id), json: { version, reason } }))
export const confirmChecklist = (id: string, json: ChecklistConfirmation) =>
  callApi(one.confirm.$post({ ...at(id), json }))
export const confirmMany = (items: { id: string; version: number }[]) =>
  callApi(checklists.confirmations.$post({ json: { items } }))
export const checklistHistory = (id: string) => callApi(one.history.$get(at(id)))
export const personChecklists = (id: string) => callApi(client.api.people[':id'].checklists.$get(at(id)))
export const exportChecklists = (json: Filter, format: 'csv' | 'csv-cp932' | 'xlsx') =>
  callNamedFile(checklists.export.$post({ json: { ...json, format } }))
export const nameRows = (rows: NameQuestion[]) => callApi(checklists.bulk.names.$post({ json: { rows } }))
export const storeBulk = (json: BulkBody) => callApi(checklists.bulk.$post({ json }))

// Written out: other areas are entered by their doors, and of their routes only the shape is known here.
export const personSheet = (id: string) =>
  callPath<Sheet>('GET', `/api/people/${encodeURIComponent(id)}/sheet`)
export const listCentres = () =>
  callPath<{ items: { id: string; name: string; shortName: string; own: boolean }[] }>('GET', '/api/centres')
export const listAreas = () => callPath<{ items: { id: string; name: string }[] }>('GET', '/api/areas')
export const colleagues = () =>
  callPath<{ rows: { id: string; name: string }[] }>('GET', '/api/staff/colleagues')

export type Checklist = Awaited<ReturnType<typeof readChecklist>>
export type NamedRow = Awaited<ReturnType<typeof nameRows>>['rows'][number]
export type Row = Awaited<ReturnType<typeof listChecklists>>['rows'][number]
export type { Sheet }
