import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Holder, holder } from './holder.ts'
import { startEmbedded } from './index.ts'
import { findRunning } from './postmaster.ts'
import { isAlive, processesOf } from './processes.ts'

let home: string
let dataDir: string
const cluster = () => join(dataDir, 'pg')

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'meguri-life-')) // mode 0700
  dataDir = join(home, 'data of 甲町')
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

async function query(one: Holder, text: string): Promise<Record<string, unknown>[]> {
  const { host, superuserPassword } = one.answer
  const client = new pg.Client({
    host,
    port: 5432,
    user: 'postgres',
    password: superuserPassword,
    database: 'postgres',
  })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

/** Never `kill(0)`: that would be this test itself. */
function killHard(pid: number | undefined): void {
  if (!pid) throw new Error('nothing there to kill')
  process.kill(pid, 'SIGKILL')
}

async function whenEmpty(): Promise<void> {
  for (let waitedMs = 0; processesOf(cluster()).length > 0 && waitedMs < 5000; waitedMs += 20) await sleep(20)
}

describe('内蔵データベースの一生', () => {
  it('閉じたフォルダー(0700)に初めて作り、秘密は持ち主だけが読める', async () => {
    const one = await holder(dataDir)
    expect(one.answer).toMatchObject({ state: 'open', adopted: false })
    const modes = ['secrets', 'secrets/superuser', 'run', 'pg'].map(
      (name) => statSync(join(dataDir, name)).mode & 0o777,
    )
    expect(modes).toEqual([0o700, 0o600, 0o700, 0o700])
    await one.leave()
  })

  it('書いたものを必ず残す設定で、ネットワークからは入れない', async () => {
    const one = await holder(dataDir)
    const names = [
      'fsync',
      'synchronous_commit',
      'full_page_writes',
      'listen_addresses',
      'max_connections',
      'log_statement',
    ]
    const rows = await query(
      one,
      `select ${names.map((name) => `current_setting('${name}') as ${name}`).join(', ')}`,
    )
    expect(rows[0]).toEqual({
      ...{ fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' },
      ...{ listen_addresses: '', max_connections: '60', log_statement: 'none' },
    })
    await one.leave()
  })

  it('パスワードなしでも、違うパスワードでも入れない', async () => {
    const one = await holder(dataDir)
    const wrong = { ...one, answer: { ...one.answer, superuserPassword: 'wrong' } }
    await expect(query(wrong, 'select 1')).rejects.toMatchObject({ code: '28P01' })
    expect(readFileSync(join(cluster(), 'pg_hba.conf'), 'utf8')).toBe('local all all scram-sha-256\n')
    await one.leave()
  })

  it('最後の一人が離れるまで動き、離れると止まる', async () => {
    const first = await holder(dataDir)
    const second = await holder(dataDir)
    expect([first.answer.adopted, second.answer.adopted]).toEqual([false, true])
    await first.leave()
    expect(await query(second, 'select 1 as one')).toEqual([{ one: 1 }])
    await second.leave()
    expect(processesOf(cluster())).toEqual([])
  })

  it('四つのコマンドが同時に始めても、作られるのは一つ', async () => {
    const four = await Promise.all([1, 2, 3, 4].map(() => holder(dataDir)))
    expect(four.map((one) => one.answer.state)).toEqual(['open', 'open', 'open', 'open'])
    expect(four.filter((one) => !one.answer.adopted)).toHaveLength(1)
    await Promise.all(four.map((one) => one.leave()))
    expect(findRunning(cluster())).toBeNull()
  })

  it('サーバーが動いている間、二つ目のサーバーは理由とフォルダーを示して断り、コマンドは加わる', async () => {
    const server = await holder(dataDir, { purpose: 'serve' })
    const second = await holder(dataDir, { purpose: 'serve' })
    expect(second.answer).toMatchObject({ state: 'refused', code: 'already-serving' })
    expect(second.answer.message).toContain(dataDir)
    const command = await holder(dataDir)
    expect(command.answer).toMatchObject({ state: 'open', adopted: true })
    await command.leave()
    expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }])
    await server.leave()
  })
})

describe('kill -9 のあと', () => {
  it('サーバーを殺すとデータベースは残り、次のサーバーが引き継ぐ', async () => {
    const server = await holder(dataDir, { purpose: 'serve' })
    const before = findRunning(cluster())?.pid
    await server.kill()
    const next = await holder(dataDir, { purpose: 'serve' })
    expect(next.answer).toMatchObject({ state: 'open', adopted: true })
    expect(findRunning(cluster())?.pid).toBe(before)
    await next.leave()
    expect(processesOf(cluster())).toEqual([])
  })

  it('Ctrl-C は本体だけに届き、データベースは本体が片づけ終えるまで動いている', async () => {
    const one = await holder(dataDir) // has no way to tidy up, so that the database is left to itself
    await one.interruptGroup()
    expect(findRunning(cluster())).not.toBeNull()
    const next = await holder(dataDir)
    expect(next.answer).toMatchObject({ state: 'open', adopted: true })
    await next.leave()
  })

  it('データベースを殺しても、次に始めると確定した行がある', async () => {
    const one = await holder(dataDir)
    await query(one, 'create table kept (n int); insert into kept values (1)')
    killHard(findRunning(cluster())?.pid)
    await one.kill()
    const next = await holder(dataDir)
    expect(next.answer).toMatchObject({ state: 'open', adopted: false })
    expect(await query(next, 'select n from kept')).toEqual([{ n: 1 }])
    await next.leave()
  })

  it('親をなくして働き続けるバックエンドがいても、次に始まる', async () => {
    const one = await holder(dataDir)
    // Pure computing: it never waits, so it does not notice that its postmaster died.
    const busy = query(
      one,
      'select count(*) from generate_series(1, 100000000000::bigint) as n where n % 7 = 0',
    )
    const lost = busy.then(
      () => 'finished',
      () => 'lost',
    )
    const working = `select 1 from pg_stat_activity where state = 'active' and query like '%100000000000%' and pid <> pg_backend_pid()`
    while ((await query(one, working)).length === 0) await sleep(20)
    killHard(findRunning(cluster())?.pid)
    await one.kill()
    await sleep(200)
    expect(processesOf(cluster()).length).toBeGreaterThan(0)
    const next = await holder(dataDir)
    expect(next.answer).toMatchObject({ state: 'open', adopted: false })
    expect(await lost).toBe('lost')
    await next.leave()
  })

  it('一つのバックエンドが殺されても、使っている者は戻り、席を保つ', async () => {
    const server = await holder(dataDir, { purpose: 'serve' })
    killHard(
      processesOf(cluster()).find((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('idle')),
    )
    // Everybody is thrown out and PostgreSQL recovers; then the server takes its two locks again.
    const held = `select count(*)::int as n from pg_locks where locktype = 'advisory' and granted`
    const hasReturned = () =>
      query(server, held).then(
        ([row]) => row?.n === 2,
        () => false,
      )
    await sleep(300)
    for (let waitedMs = 0; !(await hasReturned()) && waitedMs < 10_000; waitedMs += 50) await sleep(50)
    const second = await holder(dataDir, { purpose: 'serve' })
    expect(second.answer.code).toBe('already-serving')
    await server.leave()
    await whenEmpty()
    expect(processesOf(cluster())).toEqual([])
  })
})

describe('残された postmaster.pid', () => {
  const leave = (pid: number) =>
    writeFileSync(
      join(cluster(), 'postmaster.pid'),
      `${pid}\n${cluster()}\n1\n5432\n${dataDir}/run\n\n  1 1\nready   \n`,
    )

  it('同じ番号で別のプログラムが動いていても始まる', async () => {
    leave(process.pid)
    const one = await holder(dataDir)
    expect(one.answer).toMatchObject({ state: 'open', adopted: false })
    await one.leave()
  })

  it('その番号がゾンビなら、死んだものとして始まる', async () => {
    // The shell becomes `sleep`, which never asks after the child that the shell had and that ends after it.
    const parent = spawn('sh', ['-c', 'sleep 0.5 & echo $!; exec sleep 30'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [line] = await once(parent.stdout, 'data')
    const zombie = Number(String(line))
    for (let waitedMs = 0; isAlive(zombie) && waitedMs < 10_000; waitedMs += 20) await sleep(20)
    expect(readFileSync(`/proc/${zombie}/stat`, 'utf8')).toContain(') Z')
    expect([isAlive(zombie), isAlive(parent.pid!)]).toEqual([false, true])
    leave(zombie)
    const one = await holder(dataDir)
    expect(one.answer).toMatchObject({ state: 'open', adopted: false })
    await one.leave()
    parent.kill()
  })
})

describe('始められないとき', () => {
  it('別の大きな版の PostgreSQL のデータは、触らずに断る', async () => {
    const path = join(cluster(), 'PG_VERSION')
    const before = readFileSync(path, 'utf8')
    writeFileSync(path, '17\n')
    await expect(startEmbedded(dataDir)).rejects.toMatchObject({ code: 'other-major' })
    writeFileSync(path, before)
  })

  it('秘密が失われていれば、どこから戻すかを言う', async () => {
    const path = join(dataDir, 'secrets', 'superuser')
    const before = readFileSync(path, 'utf8')
    rmSync(path)
    await expect(startEmbedded(dataDir)).rejects.toMatchObject({ code: 'broken-cluster' })
    writeFileSync(path, before, { mode: 0o600 })
  })

  it('データフォルダーがファイルなら、そう言う', async () => {
    const file = join(home, 'file')
    writeFileSync(file, '')
    await expect(startEmbedded(file)).rejects.toMatchObject({ code: 'closed-folder' })
  })
})

describe('置き場所', () => {
  it('パスがとても長くても、ソケットは短いフォルダーに置かれ、止まると消える', async () => {
    const deep = join(home, 'とても長い名前のフォルダー'.repeat(2), 'データ'.repeat(8))
    const one = await startEmbedded(deep, { throwaway: true })
    expect(Buffer.byteLength(one.host)).toBeLessThan(88)
    expect(statSync(one.host).mode & 0o777).toBe(0o700)
    expect(await one.keeper.query('select 1 as one')).toEqual([{ one: 1 }])
    await one.stop()
    expect(existsSync(one.host)).toBe(false)
  })

  it('作りかけで止まった initdb の残りを片づけて作る', async () => {
    const half = join(home, 'half')
    mkdirSync(join(half, 'pg.new', 'base'), { recursive: true })
    chmodSync(half, 0o700)
    const one = await startEmbedded(half, { throwaway: true })
    expect(existsSync(join(half, 'pg.new'))).toBe(false)
    await one.stop()
  })
})
