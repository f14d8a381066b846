import { area, route } from '../../platform/http/index.ts'
import './own-values.ts'
import './policy.ts'
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

export const routes = area()
  .openapi(list, async (c) => c.json({ items: await listSettings(c.get('work')) }, 200))
  .openapi(put, async (c) =>
    c.json(await putSetting(c.get('work'), c.req.valid('param').key, c.req.valid('json')), 200),
  )
  .openapi(remove, async (c) => {
    const { id, version } = c.req.valid('json')
    return c.json(await removeSetting(c.get('work'), c.req.valid('param').key, id, version), 200)
  })
