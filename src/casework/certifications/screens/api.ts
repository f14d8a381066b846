import type { QueryClient } from '@tanstack/react-query'
import { hc } from 'hono/client'
import type { z } from 'zod'
import type { Centre } from '../../../registers/centres/schema.ts'
import { apiFetch, callApi, callNamedFile, callPath } from '../../../ui/http/index.ts'
import type { routes } from '../routes.ts'
import type {
  ChangeBody,
  CloseBody,
  DecideBody,
  NewCertification,
  PostponeBody,
  RenewalFilter,
  WithdrawBody,
} from '../schema.ts'

const client = hc<typeof routes>('/', { fetch: apiFetch })
const one = client.api.certifications[':id']
const ofPerson = client.api.people[':id'].certifications

export type Entry = z.input<typeof NewCertification>
export type Filter = z.input<typeof RenewalFilter>
type Input<T extends z.ZodType> = z.input<T>

export const fetchCertifications = (id: string) => callApi(ofPerson.$get({ param: { id } }))
export const fetchCertification = (id: string) => callApi(one.$get({ param: { id } }))
export const enter = (id: string, json: Entry) => callApi(ofPerson.$post({ param: { id }, json }))
export const change = (id: string, json: Input<typeof ChangeBody>) =>
  callApi(one.$patch({ param: { id }, json }))
export const decide = (id: string, json: Input<typeof DecideBody>) =>
  callApi(one.decide.$post({ param: { id }, json }))
export const withdraw = (id: string, json: Input<typeof WithdrawBody>) =>
  callApi(one.withdraw.$post({ param: { id }, json }))
export const close = (id: string, json: Input<typeof CloseBody>) =>
  callApi(one.close.$post({ param: { id }, json }))
export const postpone = (id: string, json: Input<typeof PostponeBody>) =>
  callApi(one.postpone.$post({ param: { id }, json }))
export const fetchRenewals = (json: Filter, signal?: AbortSignal) =>
  callApi(client.api.certifications.renewals.$post({ json }, { init: { signal } }))
export const exportRenewals = (json: Filter, format: 'csv' | 'csv-cp932' | 'xlsx') =>
  callNamedFile(client.api.certifications.renewals.export.$post({ json: { ...json, format } }))
export const listCentres = () => callPath<{ items: Centre[] }>('GET', '/api/centres')

export const certificationsKey = (id: string) => ['person', id, 'certifications'] as const
/** A 認定 shows on the sheet, in lists, in tasks: everything but the session is asked for anew. */
export const refresh = (queries: QueryClient) =>
  queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })

export type Sheet = Awaited<ReturnType<typeof fetchCertifications>>
export type Certification = Sheet['items'][number]
export type Renewal = Awaited<ReturnType<typeof fetchRenewals>>['rows'][number]
