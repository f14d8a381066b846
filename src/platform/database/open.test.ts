import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startEmbedded } from './embedded/index.ts'
import { findRunning } from './embedded/postmaster.ts'
import { refuseOld } from './external.ts'
import { type Database, openDatabase } from './open.ts'
import { LOGIN_ROLES, type Role, roleName } from './roles.ts'

let home: string
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'meguri-open-'))
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

async function query(database: Database, role: Role, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(database.client(role))
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

describe('内蔵データベースを開く', () => {
  const config = () => ({ dataDir: join(home, 'data'), databaseUrl: null })

  it('データベース meguri とすべてのロールを作り、次に開いても同じパスワードで入れる', async () => {
    for (const _round of ['first', 'second']) {
      const database = await openDatabase(config())
      expect(database).toMatchObject({ kind: 'embedded' })
      expect(database.serverVersion).toBeGreaterThanOrEqual(180_000)
      for (const role of LOGIN_ROLES) {
        const [row] = await query(
          database,
          role,
          'select current_user as name, current_database() as database',
        )
        expect(row).toEqual({ name: roleName(role), database: 'meguri' })
      }
      await database.close()
    }
  })

  it('サーバーが動いていればコマンドは加わり、二つ目のサーバーは断られる', async () => {
    const server = await openDatabase(config(), { serve: true })
    const command = await openDatabase(config())
    await expect(openDatabase(config(), { serve: true })).rejects.toMatchObject({ code: 'already-serving' })
    await command.close()
    expect(await query(server, 'app', 'select 1 as one')).toEqual([{ one: 1 }])
    await server.close()
    await expect(query(server, 'app', 'select 1 as one')).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it('使っている間にデータベースが殺されたら、開いた者に知らせる', async () => {
    const database = await openDatabase(config(), { serve: true })
    const { pid } = findRunning(join(home, 'data', 'pg'))!
    process.kill(pid, 'SIGKILL')
    expect((await database.lost).message).toContain('データベース')
    await database.close()
    const next = await openDatabase(config(), { serve: true })
    expect(await query(next, 'app', 'select 1 as one')).toEqual([{ one: 1 }])
    await next.close()
  })

  it('二つのコマンドが同時に初めて開いても、どちらも使える', async () => {
    const fresh = { dataDir: join(home, 'fresh'), databaseUrl: null }
    const both = await Promise.all([openDatabase(fresh), openDatabase(fresh)])
    for (const database of both) expect(await query(database, 'app', 'select 1 as one')).toEqual([{ one: 1 }])
    for (const database of both) await database.close()
  })
})

describe('DATABASE_URL のデータベースを開く', () => {
  it('なければ作り、同じロールで使える。使い終えても相手は止めない', async () => {
    const other = await startEmbedded(join(home, 'elsewhere'), { throwaway: true })
    const address = `host=${encodeURIComponent(other.host)}&port=${other.port}`
    const databaseUrl = `postgres://postgres:${other.superuserPassword}@localhost/?${address}`
    for (const _round of ['first', 'second']) {
      const database = await openDatabase({ dataDir: join(home, 'secrets-only'), databaseUrl })
      expect(database.kind).toBe('external')
      const [row] = await query(
        database,
        'app',
        'select current_user as name, current_database() as database',
      )
      expect(row).toEqual({ name: 'meguri_app', database: 'meguri' })
      await database.close()
    }
    expect(await other.keeper.query('select 1 as one')).toEqual([{ one: 1 }])
    await expect(
      openDatabase({
        dataDir: join(home, 'secrets-only'),
        databaseUrl: databaseUrl.replace(/:[^:@]+@/, ':wrong@'),
      }),
    ).rejects.toMatchObject({ code: 'unreachable', message: expect.not.stringContaining('wrong') })
    await other.keeper.query(`create role weak login password 'weak'`)
    const weak = `postgres://weak:weak@localhost/?${address}`
    await other.keeper.query('drop database meguri')
    await expect(
      openDatabase({ dataDir: join(home, 'secrets-only'), databaseUrl: weak }),
    ).rejects.toMatchObject({
      code: 'no-right',
    })
    await other.stop()
  })

  it.each([
    [179_999, false],
    [180_000, true],
  ])('版 %s', (version, isGood) => {
    const check = () => refuseOld(version, '17.9')
    if (isGood) expect(check()).toBe(version)
    else expect(check).toThrow(expect.objectContaining({ code: 'too-old' }))
  })

  it('動いていない相手には、確かめることを言う', async () => {
    const databaseUrl = 'postgres://nobody:secret@127.0.0.1:1/meguri'
    await expect(openDatabase({ dataDir: join(home, 'none'), databaseUrl })).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.not.stringContaining('secret'),
    })
  })
})
