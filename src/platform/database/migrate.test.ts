import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { migrate } from './migrate.ts'
import { testDatabase } from './testing/database.ts'

const NAME = `meguri_migrate_${process.pid}`
let owner: pg.ClientConfig
let superuser: pg.ClientConfig
let root: string

const run = async (config: pg.ClientConfig, sql: string) => {
  const client = new pg.Client(config)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
const write = (name: string, sql: string) => writeFileSync(join(root, 'area/migrations', name), sql)

beforeAll(async () => {
  const shared = await testDatabase()
  superuser = shared.client('superuser')
  owner = { ...superuser, database: NAME }
})
beforeEach(async () => {
  await run(superuser, `drop database if exists ${NAME} with (force)`)
  await run(superuser, `create database ${NAME}`)
  root = mkdtempSync(join(tmpdir(), 'meguri-migrate-'))
  mkdirSync(join(root, 'area/migrations'), { recursive: true })
  write('20260101000000_first.sql', 'create table first_table (id int)')
  return () => rmSync(root, { recursive: true })
})
afterAll(() => run(superuser, `drop database if exists ${NAME} with (force)`))

it('一度だけ適用し、二度目は何もしない', async () => {
  expect(await migrate(owner, root)).toEqual({ applied: ['20260101000000_first.sql'] })
  expect(await migrate(owner, root)).toEqual({ applied: [] })
})

it('知らない移行があれば newer、書き換えられていれば edited と、日本語で断る', async () => {
  await migrate(owner, root)
  write('20260101000000_first.sql', 'create table first_table (id bigint)')
  await expect(migrate(owner, root)).rejects.toMatchObject({
    code: 'edited',
    message: expect.stringContaining('書き換え'),
  })
  rmSync(join(root, 'area/migrations/20260101000000_first.sql'))
  await expect(migrate(owner, root)).rejects.toMatchObject({
    code: 'newer',
    message: expect.stringContaining('新しい版で'),
  })
})

it('適用できない移行は failed、前のものは残り、それ自身は何も残さない', async () => {
  write('20260102000000_second.sql', 'create table second_table (id int); select 1 / 0')
  await expect(migrate(owner, root)).rejects.toMatchObject({
    code: 'failed',
    message: expect.stringMatching(/20260102000000_second\.sql を適用できませんでした（division by zero）/),
  })
  const [tables] = await run(
    owner,
    `select to_regclass('first_table') is not null as first, to_regclass('second_table') is not null as second`,
  )
  expect(tables).toEqual({ first: true, second: false })
})

describe('使われている表を変えるとき', () => {
  const holding = async (work: (release: () => Promise<void>) => Promise<void>) => {
    await migrate(owner, root)
    write('20260102000000_second.sql', 'alter table first_table add column more int')
    const user = new pg.Client(owner)
    await user.connect()
    await user.query('begin; select * from first_table')
    try {
      await work(async () => void (await user.query('rollback')))
    } finally {
      await user.end()
    }
  }
  const patience = { lockMs: 100, pauseMs: 50 }

  it('待つ間もほかの人を長く待たせず、使い終わればやり直して済む', async () => {
    await holding(async (release) => {
      const migrating = migrate(owner, root, { patience: { ...patience, attempts: 1000 } })
      const begun = performance.now()
      while (performance.now() - begun < 700) await run(owner, 'select * from first_table') // behind the one who waits
      await release()
      expect(await migrating).toEqual({ applied: ['20260102000000_second.sql'] })
    })
  })

  it('いつまでも空かなければ busy と言い、何も変えない', async () => {
    await holding(async (release) => {
      await expect(migrate(owner, root, { patience: { ...patience, attempts: 3 } })).rejects.toMatchObject({
        code: 'busy',
        message: expect.stringContaining('ほかの接続で使われている'),
      })
      await release()
      expect(await migrate(owner, root)).toEqual({ applied: ['20260102000000_second.sql'] })
    })
  })
})
