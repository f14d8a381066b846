import { hc } from 'hono/client'
import { apiFetch, callApi } from '../../../ui/http/index.ts'
import type { routes } from '../routes.ts'
import type { ProposeSetting, PutSetting } from '../schema.ts'

const api = hc<typeof routes>('/', { fetch: apiFetch }).api
const { settings } = api
const proposals = api['setting-proposals'][':proposalId']

/** Also read by pages of other areas under this key. */
export const settingsQuery = { queryKey: ['settings'], queryFn: () => callApi(settings.$get()) }
export const putSetting = (key: string, json: PutSetting) =>
  callApi(settings[':key'].$post({ param: { key }, json }))
export const removeSetting = (key: string, id: string, version: number) =>
  callApi(settings[':key'].remove.$post({ param: { key }, json: { id, version } }))

export const proposalsQuery = (key: string) => ({
  queryKey: ['settings', 'proposals', key],
  queryFn: () => callApi(settings[':key'].proposals.$get({ param: { key } })),
})
export const proposeSetting = (key: string, json: ProposeSetting) =>
  callApi(settings[':key'].proposals.$post({ param: { key }, json }))
export const approveProposal = (proposalId: string) =>
  callApi(proposals.approve.$post({ param: { proposalId } }))
export const returnProposal = (proposalId: string, reason: string) =>
  callApi(proposals.return.$post({ param: { proposalId }, json: { reason } }))
export const withdrawProposal = (proposalId: string) =>
  callApi(proposals.withdraw.$post({ param: { proposalId } }))
