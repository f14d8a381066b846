import { hc } from 'hono/client'
import { apiFetch, callApi, callNamedFile } from '../../../ui/http/index.ts'
import { saveFile } from '../../../ui/save/index.ts'
import type { routes } from '../routes.ts'

const api = hc<typeof routes>('/', { fetch: apiFetch }).api
const one = api['monthly-reports'][':unit'][':month']

/** Which report: a centre's id or 'insurer', and '2026-10'. */
export interface Place {
  unit: string
  month: string
}
export type Of = 'present' | number

export const overviewQuery = (fiscalYear: string) => ({
  queryKey: ['monthly-reports', fiscalYear],
  queryFn: () => callApi(api['monthly-reports'].$get({ query: fiscalYear ? { fiscalYear } : {} })),
})
export const placeQuery = (id: string) => ({
  queryKey: ['monthly-report-place', id],
  queryFn: () => callApi(api['monthly-report-places'][':id'].$get({ param: { id } })),
})
export const reportKey = ({ unit, month }: Place) => ['monthly-report', unit, month]
export const reportQuery = (place: Place) => ({
  queryKey: reportKey(place),
  queryFn: () => callApi(one.$get({ param: { ...place } })),
})
export const versionQuery = (place: Place, number: string) => ({
  queryKey: [...reportKey(place), 'version', number],
  queryFn: () => callApi(one.versions[':number'].$get({ param: { ...place, number } })),
})
export const lateQuery = (place: Place) => ({
  queryKey: [...reportKey(place), 'late'],
  queryFn: () => callApi(one['late-entries'].$get({ param: { ...place } })),
})
export const recordsPage = (place: Place, section: string, row: string, of: Of, cursor: string | undefined) =>
  callApi(
    one.records.$get({
      param: { ...place },
      query: { section, row, of: String(of), ...(cursor ? { cursor } : {}) },
    }),
  )

export const confirmCentre = (place: Place, version: number, reason?: string) =>
  callApi(one.confirm.$post({ param: { ...place }, json: { version, reason } }))
export const closeInsurer = (month: string, version: number, reason?: string) =>
  callApi(
    api['monthly-reports'].insurer[':month'].close.$post({ param: { month }, json: { version, reason } }),
  )
export const acceptReport = (place: Place, version: number) =>
  callApi(one.accept.$post({ param: { ...place }, json: { version } }))
export const returnReport = (place: Place, version: number, reason: string) =>
  callApi(one.return.$post({ param: { ...place }, json: { version, reason } }))

export const loadFile = (place: Place, of: Of, format: 'xlsx' | 'csv' | 'csv-cp932') =>
  callNamedFile(one.file.$get({ param: { ...place }, query: { of: String(of), format } }))

/** The form or the 別表, as a PDF to be printed. @throws Problem */
export async function savePaper(place: Place, of: Of, part: 'form' | 'annex'): Promise<void> {
  const { name, content } = await callNamedFile(
    one.pdf.$get({ param: { ...place }, query: { of: String(of), part } }),
  )
  saveFile(name, content)
}

export type Report = Awaited<ReturnType<ReturnType<typeof reportQuery>['queryFn']>>
export type Section = Report['sections'][number]
export type Row = Section['rows'][number]
export type Cell = Row['cells'][number]
export type Measure = Section['measures'][number]
