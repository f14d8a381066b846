import { hc } from 'hono/client'
import { apiFetch, callApi } from '../../../ui/http/index.ts'
import type { routes } from '../routes.ts'
import type { NewTaskBody, TodayQuery } from '../schema.ts'

const client = hc<typeof routes>('/', { fetch: apiFetch })
const task = client.api.tasks[':id']

export type Tab = TodayQuery['tab']

export const readToday = (tab: Tab, cursor?: string, day?: string) =>
  callApi(client.api.today.$get({ query: { tab, ...(cursor ? { cursor } : {}), ...(day ? { day } : {}) } }))
export const readLoad = () => callApi(client.api.tasks.load.$get())
export const readLoadOf = (staffId: string, day: string) =>
  callApi(client.api.tasks.load[':staffId'].$get({ param: { staffId }, query: { day } }))
export type CentreLoad = Awaited<ReturnType<typeof readLoad>>
export const addTask = (json: NewTaskBody) => callApi(client.api.tasks.$post({ json }))
export const finishTask = ({ id, version }: TaskRow) =>
  callApi(task.done.$post({ param: { id }, json: { version } }))
export const postponeTask = ({ id, version }: TaskRow, to: string, reason: string) =>
  callApi(task.postpone.$post({ param: { id }, json: { version, to, reason } }))
export const handOverTask = ({ id, version }: TaskRow, toStaffId: string, reason: string) =>
  callApi(task['hand-over'].$post({ param: { id }, json: { version, toStaffId, reason } }))
export const receiveTask = ({ id, version }: TaskRow) =>
  callApi(task.receive.$post({ param: { id }, json: { version } }))
export const undoTask = ({ id, version }: TaskRow) =>
  callApi(task.undo.$post({ param: { id }, json: { version } }))
export const readColleagues = () => callApi(client.api.staff.colleagues.$get())

export type Today = Awaited<ReturnType<typeof readToday>>
export type TaskRow = Today['rows'][number]
