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
import { anActor, anInsurer, TEST_NOW } from '../testing/insurer.ts'
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
let actor: Actor
let engine: Engine
beforeAll(async () => {
  database = await testDatabase()
  actor = await anActor(database, await anInsurer(database), 'officer')
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
