import { hc } from 'hono/client'
import { apiFetch, callApi, callNamedFile, callPath } from '../../../ui/http/index.ts'
import { saveFile } from '../../../ui/save/index.ts'
import type { routes } from '../routes.ts'
import type { BindingBody, CellBody, ChangeBody, FigureBody } from '../schema.ts'

const api = hc<typeof routes>('/', { fetch: apiFetch }).api
const forms = api['workbook-forms']
const one = forms[':id']

export const familiesQuery = {
  queryKey: ['workbook-families'],
  queryFn: async () => (await callApi(api['workbook-families'].$get())).items,
}
export const formKey = (id: string) => ['workbook-form', id]
export const formQuery = (id: string) => ({
  queryKey: formKey(id),
  queryFn: () => callApi(one.$get({ param: { id } })),
})
/** A part of a sheet, 200 rows and 60 columns at most; the file never changes. */
export const sheetQuery = (id: string, sheet: number, top: number, left: number) => ({
  queryKey: ['workbook-sheet', id, sheet, top, left],
  queryFn: () =>
    callApi(
      one.sheets[':sheet'].$get({
        param: { id, sheet: String(sheet) },
        query: { top: String(top), left: String(left) },
      }),
    ),
  staleTime: Number.POSITIVE_INFINITY,
})
export const placeQuery = (id: string, cell: CellBody) => ({
  queryKey: ['workbook-place', id, cell.sheet, cell.row, cell.column],
  queryFn: () => callApi(one.place.$post({ param: { id }, json: cell })),
  staleTime: Number.POSITIVE_INFINITY,
})
export const offersQuery = (words: string) => ({
  queryKey: ['workbook-figures', words],
  queryFn: () => callApi(api['workbook-figures'].search.$post({ json: { words, limit: 30 } })),
})
export const figureQuery = (id: string, figure: FigureBody) => ({
  queryKey: ['workbook-figure', id, figure],
  queryFn: () => callApi(one.figure.$post({ param: { id }, json: figure })),
})
export const fillQuery = (id: string) => ({
  queryKey: ['workbook-fill', id],
  queryFn: () => callApi(api['workbook-fills'][':id'].$get({ param: { id } })),
})
export const carryKey = (id: string) => ['workbook-carry', id]
export const carryQuery = (id: string) => ({
  queryKey: carryKey(id),
  queryFn: () => callApi(one.carry.$get({ param: { id } })),
})

export const bindCell = (id: string, json: BindingBody) =>
  callApi(one.bindings.$post({ param: { id }, json }))
export const changeBinding = (id: string, bindingId: string, json: ChangeBody) =>
  callApi(one.bindings[':bindingId'].$put({ param: { id, bindingId }, json }))
export const removeBinding = (id: string, bindingId: string, version: number) =>
  callApi(
    one.bindings[':bindingId'].$delete({ param: { id, bindingId }, query: { version: String(version) } }),
  )
export const previewFill = (id: string, typed: Record<string, string>) =>
  callApi(one.preview.$post({ param: { id }, json: { typed } }))
export const fillForm = (id: string, typed: Record<string, string>, digest: string) =>
  callApi(one.fills.$post({ param: { id }, json: { typed, digest } }))
export const decideCarry = (id: string, decisions: { bindingId: string; take: CellBody | null }[]) =>
  callApi(one.carry.$post({ param: { id }, json: { decisions } }))

export async function saveFill(id: string): Promise<void> {
  const { name, content } = await callNamedFile(api['workbook-fills'][':id'].file.$get({ param: { id } }))
  saveFile(name, content)
}

export function uploadForm(file: File, fields: Record<string, string>): Promise<{ id: string }> {
  const form = new FormData()
  form.append('file', file, file.name)
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return callPath('POST', '/api/workbook-forms', { form })
}

type DataOf<Q extends (...given: never[]) => { queryFn: () => Promise<unknown> }> = Awaited<
  ReturnType<ReturnType<Q>['queryFn']>
>
export type Form = DataOf<typeof formQuery>
export type Binding = Form['bindings'][number]
export type SheetWindow = DataOf<typeof sheetQuery>
export type CellPlace = DataOf<typeof placeQuery>
export type Offer = DataOf<typeof offersQuery>['items'][number]
export type Preview = Awaited<ReturnType<typeof previewFill>>
export type Line = Preview['lines'][number]
export type Carry = DataOf<typeof carryQuery>
export type CarryItem = Carry['items'][number]
