import { hc } from 'hono/client'
import { apiFetch, callApi, callNamedFile } from '../../../ui/http/index.ts'
import type { ExportFormat } from '../../../ui/save/index.ts'
import type { routes } from '../routes.ts'
import type { ConfirmLawValue, WithdrawConfirmation } from '../schema.ts'

const values = hc<typeof routes>('/', { fetch: apiFetch }).api['law-values']

export const lawValuesQuery = { queryKey: ['law-values'], queryFn: () => callApi(values.$get()) }
export const lawValueQuery = (id: string) => ({
  queryKey: ['law-values', id],
  queryFn: () => callApi(values[':id'].$get({ param: { id } })),
})
export const confirmLawValue = (id: string, json: ConfirmLawValue) =>
  callApi(values[':id'].confirm.$post({ param: { id }, json }))
export const withdrawConfirmation = (id: string, json: WithdrawConfirmation) =>
  callApi(values[':id'].withdraw.$post({ param: { id }, json }))
export const exportLawValues = (format: ExportFormat) =>
  callNamedFile(values.export.$get({ query: { format } }))
