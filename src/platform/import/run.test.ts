import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../access/index.ts'
import { type TestDatabase, testDatabase } from '../database/testing/database.ts'
import { JobCancelled } from '../jobs/kind.ts'
import { anActor, anInsurer, asOwner, workOf } from '../testing/insurer.ts'
import type { ImportContext, ImportKind } from './kind.ts'
import { type RunOptions, runImport } from './run.ts'

let database: TestDatabase
let actor: Actor
beforeAll(async () => {
  database = await testDatabase()
  actor = await anActor(database, await anInsurer(database), 'officer')
})

/** Drafts of the officer, as many as the test wants: a table of the tenant that needs nothing else. */
const drafts = (rows: number, name = (n: number) => `鍵${n}`): ImportKind => ({
  kind: 'drafts',
  label: '下書き',
  help: '試験',
  extensions: ['.csv'],
  target: 'tenant',
  may: 'import.people',
  audit: 'test.imported',
  stage: [{ name: 'key', type: 'text' }],
  async *read() {
    for (let n = 0; n < rows; n += 1) yield { values: [name(n)] }
  },
  compare: () => ({
    text: `select case when d.key is null then 'added' else 'unchanged' end as state, s.key, null::jsonb as before, null::jsonb as after
      from stage s left join platform.draft d on d.insurer_id = $1 and d.staff_id = $2 and d.key = s.key`,
    values: [actor.insurerId, actor.staffId],
  }),
  async apply(client) {
    await client.query(
      `insert into platform.draft (insurer_id, staff_id, key, content) select $1, $2, key, '{}' from stage`,
      [actor.insurerId, actor.staffId],
    )
  },
})

const run = (kind: ImportKind, options: RunOptions) => {
  const work = workOf(database, actor)
  const context: ImportContext = {
    insurerId: actor.insurerId,
    checksums: new Map(),
    loadedBy: actor.staffId,
    now: work.clock.now(),
    today: work.today,
    attribution: null,
  }
  return work.bulk('tenant', async (client) => {
    const result = await runImport(client, kind, [], context, options)
    return { keep: result.applied, result }
  })
}
const stored = () =>
  asOwner(database, async (client) => {
    const { rows } = await client.query<{ n: number }>(
      'select count(*)::int as n from platform.draft where insurer_id = $1',
      [actor.insurerId],
    )
    return rows[0]!.n
  })

describe('取り込みの途中で中止する', () => {
  it.each(['reading', 'comparing', 'storing'] as const)('%s の間に中止しても、何も残らない', async (at) => {
    const cancelled = run(drafts(50_000), {
      dryRun: false,
      onProgress: (_, step) => {
        if (step === at) throw new JobCancelled()
      },
    })
    await expect(cancelled).rejects.toThrow(JobCancelled)
    expect(await stored()).toBe(0)
  })
})

describe('取り込みの決まり', () => {
  it('読み手が思いがけず止まったときも、何も残らず、わけが伝わる', async () => {
    const broken = drafts(50_000, (n) => {
      if (n === 40_000) throw new Error('reader broke')
      return `鍵${n}`
    })
    await expect(run(broken, { dryRun: false })).rejects.toThrow('reader broke')
    expect(await stored()).toBe(0)
  })

  it('データベースが受け取れない値は、何番目の行かを言って断る', async () => {
    const result = await run(
      drafts(3, (n) => (n === 1 ? 'a\u0000b' : `鍵${n}`)),
      { dryRun: false },
    )
    expect(result).toMatchObject({ applied: false, refusedCount: 1 })
    expect(result.refused[0]).toMatchObject({
      code: 'row.unstorable',
      reason: expect.stringContaining('2 番目'),
    })
    expect(await stored()).toBe(0)
  })

  it('断りは千件まで並べ、数はすべて数える', async () => {
    const refusal = {
      file: 'a.csv',
      row: 1,
      column: null,
      cell: null,
      value: null,
      code: 'x',
      reason: '。',
      remedy: '。',
    }
    const many: ImportKind = {
      ...drafts(0),
      async *read() {
        for (let n = 0; n < 1_500; n += 1) yield { refused: refusal }
      },
    }
    const result = await run(many, { dryRun: false })
    expect(result.refusedCount).toBe(1_500)
    expect(result.refused).toHaveLength(1_000)
  })

  it('区切りに使う見えない文字が値の中にあれば、列がずれる前に断る', async () => {
    const result = await run(
      drafts(2, (n) => `鍵${n}\u001F`),
      { dryRun: false },
    )
    expect(result).toMatchObject({ applied: false, refused: [{ code: 'row.unstorable' }] })
  })

  it('値の中のタブ、改行、逆斜線は、そのまま届く', async () => {
    const keys = ['a\tb', 'a\nb', 'a\\b', '\\N', '\\.', '\u001E', 'a\u001Eb']
    expect(
      await run(
        drafts(keys.length, (n) => keys[n]!),
        { dryRun: false },
      ),
    ).toMatchObject({ added: 7 })
    const again = await run(
      drafts(keys.length, (n) => keys[n]!),
      { dryRun: false },
    )
    expect(again).toMatchObject({ added: 0, unchanged: 7 })
    expect(await stored()).toBe(7)
  })
})
