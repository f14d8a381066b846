import { hc } from 'hono/client'
import type { z } from 'zod'
import { apiFetch, callApi, callNamedFile } from '../../../ui/http/index.ts'
import type { ExportFormat } from '../../../ui/save/index.ts'
import type { routes } from '../routes.ts'
import type { Decide, DifferenceQuery, OfficeFilter, OfficeSearch } from '../schema.ts'

const offices = hc<typeof routes>('/', { fetch: apiFetch }).api.offices

export type Filter = z.input<typeof OfficeFilter>

export const holdingsQuery = {
  queryKey: ['offices', 'holdings'],
  queryFn: () => callApi(offices.holdings.$get()),
}
export const searchOffices = (json: z.input<typeof OfficeSearch>, signal?: AbortSignal) =>
  callApi(offices.search.$post({ json }, { init: { signal } }))
export const exportOffices = (json: Filter, format: ExportFormat) =>
  callNamedFile(offices.export.$post({ json: { ...json, format } }))
export const officeQuery = (officeId: string) => ({
  queryKey: ['offices', 'one', officeId],
  queryFn: () => callApi(offices['by-id'][':officeId'].$get({ param: { officeId } })),
})
export const searchDifferences = (json: z.input<typeof DifferenceQuery>, signal?: AbortSignal) =>
  callApi(offices.differences.$post({ json }, { init: { signal } }))
export const decide = (json: z.input<typeof Decide>) => callApi(offices.differences.decide.$post({ json }))
export const acceptSpacing = (municipalityCode: string | null) =>
  callApi(offices.differences['accept-spacing'].$post({ json: { municipalityCode } }))
export const withdraw = (id: string, version: number) =>
  callApi(offices.differences.withdraw.$post({ json: { id, version } }))
