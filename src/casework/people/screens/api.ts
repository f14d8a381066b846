import type { QueryClient } from '@tanstack/react-query'
import { hc } from 'hono/client'
import { apiFetch, callApi, callNamedFile, callPath } from '../../../ui/http/index.ts'
import type { routes } from '../routes.ts'
import type {
  ChangeBody,
  ChangeContactBody,
  DuplicatesBody,
  HandOverRequest,
  InquiryBody,
  NewContactBody,
  RegisterBody,
  TransferBody,
} from '../schema.ts'

const { people } = hc<typeof routes>('/', { fetch: apiFetch }).api
const at = (id: string) => ({ param: { id } })

export type ListFilter = Partial<
  Record<'centreId' | 'areaId' | 'townId' | 'staffId' | 'ageFrom' | 'ageTo' | 'past', string>
>

export const fetchPeople = (filter: ListFilter, cursor: string | undefined, signal: AbortSignal) =>
  callApi(
    people.$get(
      { query: { ...filter, ...(cursor === undefined ? { total: 'true' as const } : { cursor }) } as never },
      { init: { signal } },
    ),
  )

export const exportPeople = (filter: ListFilter, format: 'csv' | 'csv-cp932' | 'xlsx') =>
  callNamedFile(people.export.$get({ query: { ...filter, format } as never }))

export const sheetKey = (id: string) => ['person', id, 'sheet'] as const
export const fetchSheet = (id: string) => callApi(people[':id'].sheet.$get(at(id)))
/** After anything about a person was stored: its own pages, and every list it stands in. */
export async function refreshPerson(client: QueryClient, id: string): Promise<void> {
  const stale = [['person', id], ['people']]
  await Promise.all(stale.map((queryKey) => client.invalidateQueries({ queryKey })))
}

export type TimelineFilter = { kind: string; isMine: boolean; limit: number }
export const fetchTimeline = (id: string, { kind, isMine, limit }: TimelineFilter, cursor?: string) =>
  callApi(
    people[':id'].timeline.$get({
      ...at(id),
      query: {
        limit: String(limit),
        ...(kind === '' ? {} : { kind }),
        ...(isMine ? { mine: 'true' as const } : {}),
        ...(cursor === undefined ? {} : { cursor }),
      },
    }),
  )
export const fetchHistory = (id: string, cursor?: string) =>
  callApi(people[':id'].history.$get({ ...at(id), query: cursor === undefined ? {} : { cursor } }))
export const fetchHiddenAddress = (id: string) => callApi(people[':id']['hidden-address'].$get(at(id)))

export const findDuplicates = (json: DuplicatesBody, signal: AbortSignal) =>
  callApi(people.duplicates.$post({ json }, { init: { signal } }))
export const inquire = (json: InquiryBody) => callApi(people.inquiry.$post({ json }))
export const askHandOver = (json: HandOverRequest) => callApi(people.inquiry['hand-over'].$post({ json }))
export const registerPerson = (json: RegisterBody) => callApi(people.$post({ json }))
export const changePerson = (id: string, json: ChangeBody) =>
  callApi(people[':id'].$patch({ ...at(id), json }))
export const transferPerson = (id: string, json: TransferBody) =>
  callApi(people[':id'].transfer.$post({ ...at(id), json }))

export const addContact = (id: string, json: NewContactBody) =>
  callApi(people[':id'].contacts.$post({ ...at(id), json }))
export const changeContact = (id: string, contactId: string, json: ChangeContactBody) =>
  callApi(people[':id'].contacts[':contactId'].$patch({ param: { id, contactId }, json }))
export const removeContact = (id: string, contactId: string, version: number) =>
  callApi(
    people[':id'].contacts[':contactId'].$delete({
      param: { id, contactId },
      query: { version: String(version) },
    }),
  )

// Registers of the floor below: asked by path, since a browser file opens no other area's routes.
export type Town = {
  id: string
  name: string
  kana: string
  areaId: string | null
  areaName: string | null
  centreName: string | null
}
export type Area = { id: string; name: string; centreName: string | null }
export type Centre = { id: string; name: string; shortName: string; phone: string | null; own: boolean }
type Items<T> = { items: T[] }

const register = <T>(path: string) => ({
  queryKey: ['register', path],
  queryFn: async () => (await callPath<Items<T>>('GET', path)).items,
  staleTime: 10 * 60_000,
})
export const townsQuery = register<Town>('/api/towns')
export const areasQuery = register<Area>('/api/areas')
export const centresQuery = register<Centre>('/api/centres')
export const colleaguesQuery = {
  queryKey: ['register', '/api/staff/colleagues'],
  queryFn: async () =>
    (await callPath<{ rows: { id: string; name: string }[] }>('GET', '/api/staff/colleagues')).rows,
  staleTime: 10 * 60_000,
}

/** A version 4 uuid; crypto.randomUUID is missing where the office's network has no https. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map((one) => one.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
