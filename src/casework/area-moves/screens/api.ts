import { hc } from 'hono/client'
import { apiFetch, callApi } from '../../../ui/http/index.ts'
import type { routes } from '../routes.ts'
import type { Group, GroupRow } from '../schema.ts'

const client = hc<typeof routes>('/', { fetch: apiFetch }).api['area-moves']

export const fetchProposals = (day: string) => callApi(client.proposals.$post({ json: { day } }))
export const fetchPeople = (day: string, group: Group, cursor: string | null) =>
  callApi(client.people.$post({ json: { day, group, cursor, limit: 100 } }))
export const startMove = async (group: Group, except: string[]) =>
  (await callApi(client.run.$post({ json: { group, except } }))).jobId
export const fetchMoves = (cursor: string | null) =>
  callApi(client.list.$post({ json: { cursor, limit: 50 } }))
export const undoMove = (id: string, version: number) => callApi(client.undo.$post({ json: { id, version } }))

export const groupOf = ({ fromCentreId, toCentreId, fromAreaId, toAreaId }: GroupRow): Group => ({
  fromCentreId,
  toCentreId,
  fromAreaId,
  toAreaId,
})
export const keyOf = (row: Group): string =>
  [row.fromCentreId, row.toCentreId, row.fromAreaId, row.toAreaId].join(' ')
