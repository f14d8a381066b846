import { area, route } from '../../platform/http/index.ts'
import {
  fileOf,
  listProfiles,
  putProfile,
  refuseFile,
  rowOf,
  textOf,
} from '../../registers/mapping-profiles/index.ts'
import { candidatesOf } from './places.ts'
import './policy.ts'
import { previewFigures } from './preview.ts'
import * as shape from './schema.ts'
import { storedMeasures } from './stored.ts'

const stored = route({
  method: 'get',
  path: '/api/mapped-figures',
  summary: '様式のない統計から読み込んだ数の一覧（単位、期間、出典つき）',
  may: 'mapped-figure.read',
  audit: 'none',
  responses: { 200: shape.StoredMeasureList },
})
const list = route({
  method: 'get',
  path: '/api/mapped-figures/profiles',
  summary: '様式のない統計の、保存してある列の対応づけ',
  may: 'mapping-profile.read',
  audit: 'none',
  responses: { 200: shape.FiguresProfileList },
})
const put = route({
  method: 'post',
  path: '/api/mapped-figures/profiles/put',
  summary: '様式のない統計の列の対応づけを保存する、直す（消すのは対応づけの一覧から）',
  may: 'mapping-profile.write',
  audit: 'mapping-profile.stored',
  request: { body: shape.PutFiguresProfile },
  responses: { 200: shape.FiguresProfile },
})
const preview = route({
  method: 'post',
  path: '/api/mapped-figures/preview',
  summary:
    '様式のない統計を試しに読む(multipart の file、読み方の mapping、見出しの行 headerRow、シート sheet。何も保存しない)',
  may: 'mapping-profile.read',
  audit: 'mapping-profile.previewed',
  responses: { 200: shape.FiguresPreview },
})

export const routes = area()
  .openapi(stored, async (c) => c.json({ items: await storedMeasures(c.get('work')) }, 200))
  .openapi(list, async (c) =>
    c.json({ items: await listProfiles<shape.FiguresMapping>(c.get('work'), 'figures') }, 200),
  )
  .openapi(put, async (c) => c.json(await putProfile(c.get('work'), c.req.valid('json')), 200))
  .openapi(preview, async (c) => {
    const work = c.get('work')
    const form = await c.req.formData().catch(() => new FormData())
    const file = await fileOf(form)
    const profiles = await listProfiles<shape.FiguresMapping>(work, 'figures')
    const mapping = mappingOf(form)
    const asked = {
      sheet: textOf(form, 'sheet'),
      headerRow: rowOf(form),
      mapping,
      today: work.today,
      candidates: mapping ? await work.read((tx) => candidatesOf(tx, mapping, work.today)) : [],
    }
    try {
      return c.json(await previewFigures(file, profiles, asked), 200)
    } catch (error) {
      throw refuseFile(file.name, error)
    }
  })

/** What is chosen so far: while it cannot be read by yet (no place chosen …), the table alone is shown. */
function mappingOf(form: FormData): shape.FiguresMapping | null {
  try {
    const parsed = shape.FiguresMapping.safeParse(JSON.parse(textOf(form, 'mapping') ?? 'null'))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
