import { area, route } from '../../platform/http/index.ts'
import './own-values.ts'
import './policy.ts'
import { decideProposal, listProposals, proposeSetting } from './proposals.ts'
import * as shape from './schema.ts'
import { listSettings, putSetting, removeSetting } from './service.ts'

const list = route({
  method: 'get',
  path: '/api/settings',
  summary: '保険者の設定（今日の値、これまでと予定の値、根拠）',
  may: 'setting.read',
  audit: 'none',
  responses: { 200: shape.SettingList },
})
const put = route({
  method: 'post',
  path: '/api/settings/{key}',
  summary: '設定の値を、開始日と根拠をつけて加える、または直す',
  may: 'setting.write',
  audit: 'setting.changed',
  request: { params: shape.SettingKey, body: shape.PutSetting },
  responses: { 200: shape.Setting },
})
const remove = route({
  method: 'post',
  path: '/api/settings/{key}/remove',
  summary: '設定の値を取り消す（履歴には残る）',
  may: 'setting.write',
  audit: 'setting.removed',
  request: { params: shape.SettingKey, body: shape.RemoveSetting },
  responses: { 200: shape.Setting },
})

const proposals = route({
  method: 'get',
  path: '/api/settings/{key}/proposals',
  summary: '設定の提案の履歴（だれが提案し、だれが承認または差し戻したか）',
  may: 'setting.read',
  audit: 'none',
  request: { params: shape.SettingKey },
  responses: { 200: shape.ProposalList },
})
const propose = route({
  method: 'post',
  path: '/api/settings/{key}/proposals',
  summary: '二人で決める設定の値を、根拠の条例とともに提案する（承認されるまで使われない）',
  may: 'setting.propose',
  audit: 'setting.proposed',
  request: { params: shape.SettingKey, body: shape.ProposeSetting },
  responses: { 200: shape.Setting },
})
const approve = route({
  method: 'post',
  path: '/api/setting-proposals/{proposalId}/approve',
  summary: '設定の提案を承認する（提案した人はできない）',
  may: 'setting.approve',
  audit: 'setting.approved',
  request: { params: shape.ProposalId },
  responses: { 200: shape.Setting },
})
const sendBack = route({
  method: 'post',
  path: '/api/setting-proposals/{proposalId}/return',
  summary: '設定の提案を、理由をつけて差し戻す',
  may: 'setting.approve',
  audit: 'setting.returned',
  request: { params: shape.ProposalId, body: shape.ReturnProposal },
  responses: { 200: shape.Setting },
})
const withdraw = route({
  method: 'post',
  path: '/api/setting-proposals/{proposalId}/withdraw',
  summary: '自分が出した設定の提案を取り下げる',
  may: 'setting.propose',
  audit: 'setting.withdrawn',
  request: { params: shape.ProposalId },
  responses: { 200: shape.Setting },
})

export const routes = area()
  .openapi(list, async (c) => c.json(await listSettings(c.get('work')), 200))
  .openapi(put, async (c) =>
    c.json(await putSetting(c.get('work'), c.req.valid('param').key, c.req.valid('json')), 200),
  )
  .openapi(remove, async (c) => {
    const { id, version } = c.req.valid('json')
    return c.json(await removeSetting(c.get('work'), c.req.valid('param').key, id, version), 200)
  })
  .openapi(proposals, async (c) =>
    c.json({ items: await listProposals(c.get('work'), c.req.valid('param').key) }, 200),
  )
  .openapi(propose, async (c) =>
    c.json(await proposeSetting(c.get('work'), c.req.valid('param').key, c.req.valid('json')), 200),
  )
  .openapi(approve, async (c) =>
    c.json(await decideProposal(c.get('work'), c.req.valid('param').proposalId, 'approved'), 200),
  )
  .openapi(sendBack, async (c) => {
    const { reason } = c.req.valid('json')
    return c.json(
      await decideProposal(c.get('work'), c.req.valid('param').proposalId, 'returned', reason),
      200,
    )
  })
  .openapi(withdraw, async (c) =>
    c.json(await decideProposal(c.get('work'), c.req.valid('param').proposalId, 'withdrawn'), 200),
  )
