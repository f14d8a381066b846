import type { QueryClient } from '@tanstack/react-query'
import { hc } from 'hono/client'
import type { z } from 'zod'
import type { Centre } from '../../../registers/centres/schema.ts'
import { apiFetch, callApi, callNamedFile, callPath } from '../../../ui/http/index.ts'
import type { routes } from '../routes.ts'
import type {
  ActBody,
  ChecklistBody,
  EndBody,
  ForkBody,
  NewRegistration,
  RegisterBody,
  RegisterManyBody,
  RegistrationFilter,
  RequestBody,
  ReturnBody,
  ReviewBody,
  WithdrawBody,
} from '../schema.ts'

const client = hc<typeof routes>('/', { fetch: apiFetch })
const one = client.api.registrations[':id']
const ofPerson = client.api.people[':id'].registrations
type Input<T extends z.ZodType> = z.input<T>
export type Filter = Input<typeof RegistrationFilter>

export const fetchOfPerson = (id: string) => callApi(ofPerson.$get({ param: { id } }))
export const begin = (id: string, json: Input<typeof NewRegistration>) =>
  callApi(ofPerson.$post({ param: { id }, json }))
export const fetchCourse = (id: string) => callApi(one.$get({ param: { id } }))
export const fork = (id: string, json: Input<typeof ForkBody>) =>
  callApi(one.fork.$post({ param: { id }, json }))
export const takeChecklist = (id: string, json: Input<typeof ChecklistBody>) =>
  callApi(one.checklist.$post({ param: { id }, json }))
export const request = (id: string, json: Input<typeof RequestBody>) =>
  callApi(one.request.$post({ param: { id }, json }))
export const receive = (id: string, version: number) =>
  callApi(one.receipt.$post({ param: { id }, json: { version } }))
export const sendBack = (id: string, json: Input<typeof ReturnBody>) =>
  callApi(one.return.$post({ param: { id }, json }))
export const register = (id: string, json: Input<typeof RegisterBody>) =>
  callApi(one.register.$post({ param: { id }, json }))
export const withdraw = (id: string, json: Input<typeof WithdrawBody>) =>
  callApi(one.withdraw.$post({ param: { id }, json }))
export const recordAct = (id: string, json: Input<typeof ActBody>) =>
  callApi(one.acts.$post({ param: { id }, json }))
export const review = (id: string, json: Input<typeof ReviewBody>) =>
  callApi(one.review.$post({ param: { id }, json }))
export const end = (id: string, json: Input<typeof EndBody>) =>
  callApi(one.end.$post({ param: { id }, json }))
export const fetchList = (json: Filter, signal?: AbortSignal) =>
  callApi(client.api.registrations.list.$post({ json }, { init: { signal } }))
export const registerMany = (json: Input<typeof RegisterManyBody>) =>
  callApi(client.api.registrations.register.$post({ json }))
export const exportLedger = (json: Filter, format: 'csv' | 'csv-cp932' | 'xlsx') =>
  callNamedFile(client.api.registrations.export.$post({ json: { ...json, format } }))
export const listCentres = () => callPath<{ items: Centre[] }>('GET', '/api/centres')

export const ofPersonKey = (id: string) => ['person', id, 'registrations'] as const
export const courseKey = (id: string) => ['registration', id] as const
/** A registration shows on the sheet, in lists, in tasks: everything but the session is asked for anew. */
export const refresh = (queries: QueryClient) =>
  queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })

export type Course = Awaited<ReturnType<typeof fetchCourse>>
export type OfPerson = Awaited<ReturnType<typeof fetchOfPerson>>
export type Row = Awaited<ReturnType<typeof fetchList>>['rows'][number]
