import { hc } from 'hono/client'
import { apiFetch, callApi, callNamedFile } from '../../../ui/http/index.ts'
import type { ExportFormat } from '../../../ui/save/index.ts'
import type { routes } from '../routes.ts'

const log = hc<typeof routes>('/', { fetch: apiFetch }).api['access-log']

/** What the screen filters by; a person only ever by id, found by number before. */
export interface Filter {
  from: string
  until: string
  staffId: string | null
  action: string | null
  personId: string | null
}

export const choicesQuery = {
  queryKey: ['access-log', 'choices'],
  queryFn: () => callApi(log.choices.$get()),
  staleTime: 600_000,
}
export const findLines = (filter: Filter, cursor: string | undefined, signal: AbortSignal) =>
  callApi(log.lines.$post({ json: { ...filter, cursor: cursor ?? null, limit: 50 } }, { init: { signal } }))
export const findPerson = (number: string) => callApi(log.people.$post({ json: { number } }))
export const byStaffQuery = (from: string, until: string) => ({
  queryKey: ['access-log', 'by-staff', from, until],
  queryFn: () => callApi(log['by-staff'].$post({ json: { from, until } })),
})
export const exportLines = (filter: Filter, format: ExportFormat) =>
  callNamedFile(log.export.$post({ json: { ...filter, format } }))

/** One account between two days. */
export interface Account {
  from: string
  until: string
  staffId: string
}
export const touchedQuery = (account: Account) => ({
  queryKey: ['access-log', 'touched', account],
  queryFn: () => callApi(log.touched.$post({ json: account })),
})
export const exportTouched = (account: Account, format: ExportFormat) =>
  callNamedFile(log.touched.export.$post({ json: { ...account, format } }))
