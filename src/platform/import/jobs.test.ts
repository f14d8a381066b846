import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../access/index.ts'
import { fixedClock } from '../clock.ts'
import { Engine } from '../database/engine.ts'
import { type TestDatabase, testDatabase } from '../database/testing/database.ts'
import { Work } from '../database/work.ts'
import type { JobContext } from '../jobs/kind.ts'
import { anActor, anInsurer, asOwner, TEST_NOW, workOf } from '../testing/insurer.ts'
import { csvOfDifferences, pageOfDifferences } from './differences/stored.ts'
import { jobs as undoJobs } from './history/jobs.ts'
import { kindToUndo, listHistory } from './history/list.ts'
import { jobs } from './jobs.ts'

const fixture = join(
  import.meta.dirname,
  '..',
  '..',
  'exchange',
  'population-by-town',
  'fixtures',
  '0066_202303.csv',
)
/** The same figures under the code of an invented place, so that no other test meets them. */
const elsewhere = readFileSync(fixture, 'utf8').replaceAll(',37201,', ',99901,')

let database: TestDatabase
let insurer: Awaited<ReturnType<typeof anInsurer>>
let actor: Actor
let engine: Engine
beforeAll(async () => {
  database = await testDatabase()
  insurer = await anInsurer(database)
  actor = await anActor(database, insurer, 'officer')
  engine = new Engine(database.client('app'), { size: 2, reference: database.client('reference') })
  return () => engine.end()
})

const work = () =>
  new Work(
    { engine, clock: fixedClock(TEST_NOW), readQueue: { add: async () => {} } },
    actor,
    randomUUID(),
    'import.run',
  )

/** Stored as the upload stores it. */
async function upload(content: string, attribution: string | null = null): Promise<string> {
  return work().write(async (tx) => {
    const [run] = await tx.query<{ id: string }>(
      'insert into platform.import_run (insurer_id, staff_id, kind, attribution) values ($1, $2, $3, $4) returning id',
      [actor.insurerId, actor.staffId, 'population-by-town', attribution],
    )
    await tx.query(
      'insert into platform.import_file (insurer_id, staff_id, run_id, name, sha256, content) values ($1, $2, $3, $4, $5, $6)',
      [actor.insurerId, actor.staffId, run!.id, '0066_202303.csv', 'x', Buffer.from(content)],
    )
    return run!.id
  })
}

const start = (runId: string, dryRun: boolean) =>
  jobs[0]!.run({
    input: { runId, kind: 'population-by-town', dryRun },
    actor,
    work: work(),
    progress: async () => {},
  } as unknown as JobContext<never>)

const undo = (runId: string) =>
  undoJobs[0]!.run({
    input: { runId, kind: 'population-by-town' },
    actor,
    work: work(),
    progress: async () => {},
  } as unknown as JobContext<never>)

const stateOf = async (runId: string) =>
  (
    await work().read((tx) =>
      tx.query<{ state: string; report: { added: number; notices: { code: string }[] } }>(
        'select state, report from platform.import_run where insurer_id = $1 and staff_id = $2 and id = $3',
        [actor.insurerId, actor.staffId, runId],
      ),
    )
  )[0]
const towns = async () =>
  (
    await work().read((tx) =>
      tx.query<{ n: number; attribution: string | null }>(
        `select count(*)::int as n, max(r.attribution) as attribution from evaluation.town_population p
         join platform.dataset_release r on r.id = p.release_id where p.municipality_code like '99901%'`,
      ),
    )
  )[0]

describe('画面からの取り込み: 預ける、確かめる、保存する', () => {
  it('確かめるだけでは何も変わらず、保存は何度走っても一度と同じ', async () => {
    const runId = await upload(elsewhere)
    await start(runId, true)
    expect(await stateOf(runId)).toMatchObject({ state: 'previewed', report: { added: 235 } })
    expect((await towns())?.n).toBe(0)
    await start(runId, false)
    await start(runId, false)
    expect(await stateOf(runId)).toMatchObject({ state: 'applied', report: { added: 0 } })
    expect(await towns()).toEqual({ n: 235, attribution: '高松市' })
  })

  it('確かめたあとで、ほかの読み込みが間に入れば、見ていない差分は保存しない', async () => {
    const content = elsewhere.replaceAll(',3/1/2023,', ',8/1/2023,')
    const [seen, other] = [await upload(content), await upload(content.replace(',塩屋町,', ',架空新町,'))]
    for (const runId of [seen, other]) await start(runId, true)
    await start(other, false)
    const before = await towns()
    await expect(start(seen, false)).rejects.toMatchObject({
      status: 409,
      code: 'import.changed-since-preview',
    })
    expect(await towns()).toEqual(before)
    expect(await stateOf(seen)).toMatchObject({ state: 'previewed' })
    const again = await upload(content)
    await start(again, true)
    await start(again, false)
    expect(await stateOf(again)).toMatchObject({ state: 'applied', report: { added: 1 } })
  })

  it('断られたファイルは、断りとともに残り、保存されない', async () => {
    const before = await towns()
    const runId = await upload(elsewhere.replace(',塩屋町,366,', ',塩屋町,399,'))
    await start(runId, true)
    expect(await stateOf(runId)).toMatchObject({
      state: 'refused',
      report: { refused: [{ code: 'row.sum', cell: 'H10' }] },
    })
    expect(await towns()).toEqual(before)
  })

  it('違いのすべてを200件ずつ渡し、CSV にもなる。ほかの人には、ないのと同じ', async () => {
    const runId = await upload(elsewhere.replaceAll(',3/1/2023,', ',5/1/2023,'))
    await start(runId, true)
    const first = await pageOfDifferences(work(), runId, { state: 'added', part: 1 })
    const second = await pageOfDifferences(work(), runId, { state: 'added', part: 2 })
    expect([first.items.length, first.nextPart, second.items.length, second.nextPart]).toEqual([
      200,
      2,
      35,
      null,
    ])
    const keys = [...first.items, ...second.items].map(({ key }) => key)
    expect(new Set(keys).size).toBe(235)
    expect(keys).toEqual([...keys].sort())
    expect(first.items[0]).toMatchObject({
      state: 'added',
      before: null,
      fields: expect.arrayContaining(['総人口']),
    })
    expect((await pageOfDifferences(work(), runId, { state: 'removed', part: 1 })).items).toEqual([])
    const csv = new TextDecoder().decode((await csvOfDifferences(work(), runId)).bytes)
    expect(csv).toContain('追加,塩屋町 (2023-05-01),総人口,,366')
    const other = await anActor(database, insurer, 'officer')
    await expect(
      pageOfDifferences(workOf(database, other), runId, { state: 'added', part: 1 }),
    ).rejects.toMatchObject({ status: 404 })
    // the differences are let go with the file
    await asOwner(database, (owner) =>
      owner.query(`update platform.import_run set created_at = now() - interval '8 days' where id = $1`, [
        runId,
      ]),
    )
    await work().read((tx) => tx.query('select platform.purge_import_files()'))
    await expect(pageOfDifferences(work(), runId, { state: 'added', part: 1 })).rejects.toMatchObject({
      status: 410,
    })
  })

  it('保存したものは記録に残り、取り消すと元に戻る。二度目は断る', async () => {
    const before = await towns()
    const runId = await upload(elsewhere.replaceAll(',3/1/2023,', ',6/1/2023,'))
    await start(runId, true)
    await start(runId, false)
    expect((await towns())?.n).toBe((before?.n ?? 0) + 235)
    const [newest] = (await listHistory(work(), { kind: 'population-by-town' })).items
    expect(newest).toMatchObject({
      label: '町別・年齢別人口',
      files: ['0066_202303.csv'],
      loaded: { by: 'staff', name: expect.any(String) },
      counts: { read: 235, added: 235 },
      mayUndo: true,
    })
    const stranger = workOf(database, await anActor(database, await anInsurer(database), 'officer'))
    const seen = (await listHistory(stranger, { kind: 'population-by-town' })).items[0]
    expect(seen).toMatchObject({ id: newest!.id, loaded: { by: 'otherInsurer', name: null }, mayUndo: false })
    await expect(kindToUndo(stranger, newest!.id)).rejects.toMatchObject({ code: 'import.not-own-run' })
    const reader = workOf(database, await anActor(database, insurer, 'certificationOfficer'))
    expect((await listHistory(reader, { kind: 'population-by-town' })).items[0]).toMatchObject({
      mayUndo: false,
    })

    expect((await kindToUndo(work(), newest!.id)).kind).toBe('population-by-town')
    await undo(newest!.id)
    expect(await towns()).toEqual(before)
    expect((await listHistory(work(), {})).items.find(({ id }) => id === newest!.id)).toMatchObject({
      mayUndo: false,
      undone: { by: 'staff' },
      undoneAt: expect.any(String),
    })
    await expect(undo(newest!.id)).rejects.toMatchObject({ status: 409 })
  })

  it('出典の行のないファイルには、預けるときに添えた出典が残る', async () => {
    const bare = elsewhere.split('\n').slice(6).join('\n').replaceAll(',3/1/2023,', ',4/1/2023,')
    const runId = await upload(bare, '架空の公開元')
    await start(runId, true)
    expect((await stateOf(runId))?.report.notices.map((notice) => notice.code)).toEqual([])
    await start(runId, false)
    const [row] = await work().read((tx) =>
      tx.query(`select attribution, attribution_from as "from" from platform.dataset_release where as_of = '2023-04-01'
        and area_code like '99901%'`),
    )
    expect(row).toEqual({ attribution: '架空の公開元', from: 'loader' })
  })
})
