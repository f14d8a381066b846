import { area, route } from '../../platform/http/index.ts'
import { fileOf, refuseFile, rowOf, textOf } from './look-form.ts'
import './policy.ts'
import { previewFile } from './preview.ts'
import * as shape from './schema.ts'
import { listProfiles, putProfile, removeProfile } from './service.ts'

const list = route({
  method: 'get',
  path: '/api/mapping-profiles',
  summary: '様式のない一覧の、保存してある列の対応づけ',
  may: 'mapping-profile.read',
  audit: 'none',
  responses: { 200: shape.MappingProfileList },
})
const put = route({
  method: 'post',
  path: '/api/mapping-profiles/put',
  summary: '列の対応づけを保存する、直す',
  may: 'mapping-profile.write',
  audit: 'mapping-profile.stored',
  request: { body: shape.PutMappingProfile },
  responses: { 200: shape.MappingProfile },
})
const remove = route({
  method: 'post',
  path: '/api/mapping-profiles/{id}/remove',
  summary: '列の対応づけを消す',
  may: 'mapping-profile.write',
  audit: 'mapping-profile.removed',
  request: { params: shape.ProfileId, body: shape.ProfileVersion },
  responses: { 200: shape.Removed },
})
const preview = route({
  method: 'post',
  path: '/api/mapping-profiles/preview',
  summary:
    '様式のない一覧を試しに読む(multipart の file、読み方の mapping、見出しの行 headerRow、シート sheet。何も保存しない)',
  may: 'mapping-profile.read',
  audit: 'mapping-profile.previewed',
  responses: { 200: shape.Preview },
})

export const routes = area()
  .openapi(list, async (c) =>
    c.json({ items: await listProfiles<shape.FacilityMapping>(c.get('work'), 'facilities') }, 200),
  )
  .openapi(put, async (c) => c.json(await putProfile(c.get('work'), c.req.valid('json')), 200))
  .openapi(remove, async (c) => {
    await removeProfile(c.get('work'), c.req.valid('param').id, c.req.valid('json').version)
    return c.json({ removed: true }, 200)
  })
  .openapi(preview, async (c) => {
    const work = c.get('work')
    const form = await c.req.formData().catch(() => new FormData())
    const file = await fileOf(form)
    const profiles = await listProfiles<shape.FacilityMapping>(work, 'facilities')
    const asked = { sheet: textOf(form, 'sheet'), headerRow: rowOf(form), mapping: mappingOf(form) }
    try {
      return c.json(await previewFile(file, profiles, asked), 200)
    } catch (error) {
      throw refuseFile(file.name, error)
    }
  })

/** What is chosen so far: while it cannot be read by yet (no name chosen …), the file alone is shown. */
function mappingOf(form: FormData): shape.FacilityMapping | null {
  try {
    const parsed = shape.FacilityMapping.safeParse(JSON.parse(textOf(form, 'mapping') ?? 'null'))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
