import { mayRole } from '../access/index.ts'
import { forbidden, invalid, notFound, Problem } from '../errors/index.ts'
import { area, route, z } from '../http/index.ts'
import { cleanLine } from '../text/index.ts'
import { checksumsOf } from './files.ts'
import { findImportKinds } from './find.ts'
import { chosenExtensions, type ImportKind } from './kind.ts'
import './policy.ts'
import { Kind, Run, RunLine, Started } from './schema.ts'

const kinds = route({
  method: 'get',
  path: '/api/import-kinds',
  summary: '読み込めるファイルの種類',
  may: 'import.own',
  audit: 'none',
  responses: { 200: z.object({ items: z.array(Kind) }) },
})
const list = route({
  method: 'get',
  path: '/api/imports',
  summary: '自分が読み込ませたファイル',
  may: 'import.own',
  audit: 'import.listed',
  responses: { 200: z.object({ items: z.array(RunLine) }) },
})
const upload = route({
  method: 'post',
  path: '/api/imports/{kind}',
  summary:
    'ファイルを預けて、何が変わるかを調べ始める(multipart の files、出典のないファイルには attribution、速報・確定・改訂を言うときは release、列を対応づけたものには mapping)',
  may: 'import.own',
  audit: 'import.stored',
  request: { params: z.object({ kind: z.string() }) },
  responses: { 202: Started },
})
const get = route({
  method: 'get',
  path: '/api/imports/runs/{id}',
  summary: '読み込みの結果と差分',
  may: 'import.own',
  audit: 'import.viewed',
  request: { params: z.object({ id: z.uuid() }) },
  responses: { 200: Run },
})
const apply = route({
  method: 'post',
  path: '/api/imports/runs/{id}/apply',
  summary: '確かめた差分を保存する',
  may: 'import.own',
  audit: 'import.applied',
  request: { params: z.object({ id: z.uuid() }) },
  responses: { 202: Started },
})

const COLUMNS = `r.id, r.kind, r.state, r.attribution, r.created_at as "createdAt", r.applied_at as "appliedAt",
  (select coalesce(jsonb_agg(jsonb_build_object('name', f.name, 'bytes', octet_length(f.content)) order by f.name), '[]')
   from platform.import_file f where f.insurer_id = r.insurer_id and f.run_id = r.id) as files`

async function allowedKind(name: string, role: Parameters<typeof mayRole>[0]): Promise<ImportKind> {
  const kind = (await findImportKinds()).find((one) => one.kind === name)
  if (!kind) throw notFound()
  if (!mayRole(role, kind.may)) throw forbidden()
  return kind
}

export const routes = area()
  .openapi(kinds, async (c) => {
    const { role } = c.get('work').actor
    const items = (await findImportKinds()).filter((kind) => mayRole(role, kind.may))
    return c.json(
      {
        items: items.map((one) => ({
          kind: one.kind,
          label: one.label,
          help: one.help,
          extensions: chosenExtensions(one),
          target: one.target,
          takesAttribution: one.takesAttribution ?? false,
          takesRelease: one.takesRelease ?? false,
          page: one.page ?? null,
        })),
      },
      200,
    )
  })
  .openapi(list, async (c) => {
    const work = c.get('work')
    const items = await work.read((tx) =>
      tx.query<RunLine>(
        `select ${COLUMNS}, case when r.report is not null then jsonb_build_object('read', r.report->'read',
           'added', r.report->'added', 'changed', r.report->'changed', 'removed', r.report->'removed',
           'unchanged', r.report->'unchanged', 'refusedCount', r.report->'refusedCount') end as counts
         from platform.import_run r where r.insurer_id = $1 and r.staff_id = $2 order by r.created_at desc limit 100`,
        [work.actor.insurerId, work.actor.staffId],
      ),
    )
    return c.json({ items }, 200)
  })
  .openapi(upload, async (c) => {
    const work = c.get('work')
    const kind = await allowedKind(c.req.valid('param').kind, work.actor.role)
    const form = await c.req.formData().catch(() => new FormData())
    const files = await filesOf(form, kind)
    const attribution = kind.takesAttribution ? attributionOf(form) : null
    const release = kind.takesRelease ? releaseOf(form) : null
    const mapping = mappingOf(form, kind)
    const sums = await checksumsOf(files)
    const runId = await work.write(async (tx) => {
      const [run] = await tx.query<{ id: string }>(
        'insert into platform.import_run (insurer_id, staff_id, kind, attribution, mapping, release) values ($1, $2, $3, $4, $5::jsonb, $6) returning id',
        [work.actor.insurerId, work.actor.staffId, kind.kind, attribution, mapping, release],
      )
      for (const file of files) {
        await tx.query(
          'insert into platform.import_file (insurer_id, staff_id, run_id, name, sha256, content) values ($1, $2, $3, $4, $5, $6)',
          [
            work.actor.insurerId,
            work.actor.staffId,
            run!.id,
            file.name,
            sums.get(file.name),
            Buffer.from(file.bytes),
          ],
        )
      }
      return run!.id
    })
    const title = `${kind.label}: ${files.map((file) => file.name).join('、')}`
    const jobId = await c
      .get('tools')
      .jobs.start(work, 'import', title, { runId, kind: kind.kind, dryRun: true })
    return c.json({ runId, jobId }, 202)
  })
  .openapi(get, async (c) => {
    const work = c.get('work')
    const [run] = await work.read((tx) =>
      tx.query<Run>(
        `select ${COLUMNS}, r.report from platform.import_run r where r.insurer_id = $1 and r.staff_id = $2 and r.id = $3`,
        [work.actor.insurerId, work.actor.staffId, c.req.valid('param').id],
      ),
    )
    if (!run) throw notFound()
    return c.json(run, 200)
  })
  .openapi(apply, async (c) => {
    const work = c.get('work')
    const { id } = c.req.valid('param')
    const [run] = await work.read((tx) =>
      tx.query<{ kind: string; state: string }>(
        'select kind, state from platform.import_run where insurer_id = $1 and staff_id = $2 and id = $3',
        [work.actor.insurerId, work.actor.staffId, id],
      ),
    )
    if (!run) throw notFound()
    const kind = await allowedKind(run.kind, work.actor.role)
    if (run.state !== 'previewed') {
      throw new Problem('import.not-previewed', 409, '差分を確かめてから保存します', {
        detail:
          run.state === 'applied'
            ? 'このファイルはすでに保存されています。'
            : 'もう一度ファイルを選んで、差分を確かめてください。',
      })
    }
    const jobId = await c
      .get('tools')
      .jobs.start(work, 'import', `${kind.label}を保存`, { runId: id, kind: kind.kind, dryRun: false })
    return c.json({ runId: id, jobId }, 202)
  })

const MAX_FILE_BYTES = 20 * 1024 * 1024
const MAX_ATTRIBUTION = 300
const RELEASES: readonly string[] = ['速報', '確定', '改訂']

async function filesOf(form: FormData, kind: ImportKind): Promise<{ name: string; bytes: Uint8Array }[]> {
  const files = form.getAll('files').filter((entry): entry is File => entry instanceof File)
  if (files.length === 0) {
    throw invalid([
      {
        path: 'files',
        code: 'missing',
        message: 'ファイル: 選ばれていません。読み込むファイルを選んでください。',
      },
    ])
  }
  const errors = files.flatMap((file) => {
    const name = safeName(file.name)
    const extension = name.slice(name.lastIndexOf('.')).toLowerCase()
    if (!chosenExtensions(kind).includes(extension)) {
      return [
        {
          path: 'files',
          code: 'extension',
          message: `${name}: ${kind.label}は ${chosenExtensions(kind).join('、')} のファイルで読み込みます。`,
        },
      ]
    }
    if (file.size > MAX_FILE_BYTES) {
      return [
        {
          path: 'files',
          code: 'too-large',
          message: `${name}: 20 MB を超えています。ファイルを分けるか、コマンド(bin/meguri import)で読み込んでください。`,
        },
      ]
    }
    return []
  })
  if (new Set(files.map((file) => safeName(file.name))).size !== files.length) {
    errors.push({
      path: 'files',
      code: 'same-name',
      message: 'ファイル: 同じ名前のファイルが二つあります。名前を変えて選び直してください。',
    })
  }
  if (errors.length > 0) throw invalid(errors)
  return Promise.all(
    files.map(async (file) => ({
      name: safeName(file.name),
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  )
}

/** @throws invalid when it is longer than a line of a figure */
function attributionOf(form: FormData): string | null {
  const given = form.get('attribution')
  const text = typeof given === 'string' ? cleanLine(given) : ''
  if (text.length > MAX_ATTRIBUTION) {
    throw invalid([
      {
        path: 'attribution',
        code: 'too-long',
        message: `出典: ${MAX_ATTRIBUTION}字までです。図表の下に一行で出せる長さにしてください。`,
      },
    ])
  }
  return text || null
}

/** As JSON, checked by the kind; null: not stated. @throws invalid */
/** @throws invalid when it is none of the three */
function releaseOf(form: FormData): string | null {
  const given = form.get('release')
  if (given === null || given === '') return null
  if (typeof given === 'string' && RELEASES.includes(given)) return given
  throw invalid([
    {
      path: 'release',
      code: 'unknown',
      message: '速報・確定・改訂: 三つのどれかを選ぶか、「ファイルのとおり」にしてください。',
    },
  ])
}

function mappingOf(form: FormData, kind: ImportKind): string | null {
  const given = form.get('mapping')
  if (!kind.mapping || typeof given !== 'string' || given === '') return null
  return JSON.stringify(kind.mapping.parse(parsedJson(given)))
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null // no mapping: the kind says what one is
  }
}

/** The last part of a path, without control characters: a name is shown, never opened. */
const safeName = (name: string): string => cleanLine(name.split(/[\\/]/).pop() ?? '').slice(0, 200) || 'file'
