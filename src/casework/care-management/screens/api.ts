import type { QueryClient } from '@tanstack/react-query'
import { hc } from 'hono/client'
import type { z } from 'zod'
import { apiFetch, callApi, callNamedFile, callPath } from '../../../ui/http/index.ts'
import type { Sheet } from '../../people/index.ts'
import type { routes } from '../routes.ts'
import type {
  Confirmation,
  CourseChange,
  CourseFilter,
  NewCourse,
  NewEntrustment,
  NewRecord,
  PreviewBody,
  RecordChange,
} from '../schema.ts'

const client = hc<typeof routes>('/', { fetch: apiFetch })
const courses = client.api['care-management']
const one = courses[':id']
const ofPerson = client.api.people[':personId']['care-management']
const records = client.api.monitoring[':id']
const contracts = client.api.entrustments[':id']
const at = (id: string) => ({ param: { id } })

export type CourseBody = z.input<typeof CourseChange>
export type NewCourseBody = z.input<typeof NewCourse>
export type RecordBody = z.input<typeof NewRecord>
export type Filter = z.input<typeof CourseFilter>
export type Preview = z.input<typeof PreviewBody>

export const coursesKey = (personId: string) => ['person', personId, 'care-management'] as const
export const fetchCourses = (personId: string) => callApi(ofPerson.$get({ param: { personId } }))
export const fetchChoices = (personId: string) => callApi(ofPerson.choices.$get({ param: { personId } }))
export const fetchCourse = (id: string) => callApi(one.$get(at(id)))
export const findRecord = (id: string) => callApi(records.$get(at(id)))
export const previewCourse = (json: Preview, signal: AbortSignal) =>
  callApi(courses.preview.$post({ json }, { init: { signal } }))
export const openCourse = (json: NewCourseBody) => callApi(courses.$post({ json }))
export const changeCourse = (id: string, json: CourseBody) => callApi(one.$patch({ ...at(id), json }))
export const endCourse = (id: string, json: { version: number; endedOn: string; reason: string }) =>
  callApi(one.end.$post({ ...at(id), json }))
export const reopenCourse = (id: string, json: { version: number; reason: string }) =>
  callApi(one.reopen.$post({ ...at(id), json }))
export const takeBack = (id: string) => callApi(one['take-back'].$post(at(id)))
export const listCourses = (json: Filter, signal?: AbortSignal) =>
  callApi(courses.list.$post({ json }, { init: { signal } }))
export const exportCourses = (json: Filter, format: 'csv' | 'csv-cp932' | 'xlsx') =>
  callNamedFile(courses.export.$post({ json: { ...json, format } }))

export const addRecord = (courseId: string, json: RecordBody) =>
  callApi(one.records.$post({ ...at(courseId), json }))
export const changeRecord = (id: string, json: z.input<typeof RecordChange>) =>
  callApi(records.$patch({ ...at(id), json }))
export const withdrawRecord = (id: string, version: number, reason: string) =>
  callApi(records.withdraw.$post({ ...at(id), json: { version, reason } }))
export const confirmRecord = (id: string, json: z.input<typeof Confirmation>) =>
  callApi(records.confirm.$post({ ...at(id), json }))

export const sendEntrustment = (courseId: string, json: z.input<typeof NewEntrustment>) =>
  callApi(one.entrustments.$post({ ...at(courseId), json }))
export const endEntrustment = (id: string, json: { version: number; lastDay: string; reason: string }) =>
  callApi(contracts.end.$post({ ...at(id), json }))
export const fetchInbox = () => callApi(client.api.entrustments.inbox.$get())
export const receiveEntrustment = (id: string) => callApi(contracts.receipt.$post(at(id)))
export const declineEntrustment = (id: string, reason: string) =>
  callApi(contracts.decline.$post({ ...at(id), json: { reason } }))
export const handOverPdf = (courseId: string, entrustmentId: string) =>
  `/api/care-management/${courseId}/entrustments/${entrustmentId}/pdf`

export const personSheet = (id: string) =>
  callPath<Sheet>('GET', `/api/people/${encodeURIComponent(id)}/sheet`)

/** After anything was stored: the person's pages, every list and count it stands in. */
export const refresh = (client: QueryClient) =>
  client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })

export type CoursesOfPerson = Awaited<ReturnType<typeof fetchCourses>>
export type Course = CoursesOfPerson['courses'][number]
export type CourseRecord = Course['records'][number]
export type Entrustment = Course['entrustments'][number]
export type Proposal = Awaited<ReturnType<typeof previewCourse>>
export type StepShown = Proposal['visit'][number]
export type Row = Awaited<ReturnType<typeof listCourses>>['rows'][number]
export type InboxRow = Awaited<ReturnType<typeof fetchInbox>>['rows'][number]
export type FormChoices = Awaited<ReturnType<typeof fetchChoices>>
export type { Sheet }
