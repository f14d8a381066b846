import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'
import { type Embedded, startEmbedded } from './platform/database/embedded/index.ts'
import { PUBLISHED_PASSWORD, sampleAccounts } from './sample/index.ts'
import { type RunningServer, startServer } from './server.ts'

// An outside PostgreSQL (here one of our own binaries, in a folder of its own) is restarted while eight people write.

const MEGURI = join(import.meta.dirname, '..', 'bin', 'meguri')
const run = promisify(execFile)
const WRITERS = 8

let folder: string
let outside: Embedded
let server: RunningServer
let env: Record<string, string | undefined>
const data = () => join(folder, 'data')
const start = () => startEmbedded(join(folder, 'outside'), { throwaway: true })

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'meguri-restart-'))
  outside = await start()
  const password = encodeURIComponent(outside.superuserPassword)
  const url = `postgres://postgres:${password}@localhost:${outside.port}/meguri?host=${encodeURIComponent(outside.host)}`
  env = { ...process.env, MEGURI_NO_SCREENS: '1', DATABASE_URL: url }
  await run(MEGURI, ['demo', '--scale', '0.002', '--data', data()], { env })
  const config = { ...readConfig({ data: data() }, env), port: 0 }
  server = await startServer(config, {
    log: () => {},
    rate: { perSecond: 1e9, burst: 1e9 },
  })
}, 120_000)
afterAll(async () => {
  await server?.stop()
  await outside?.stop()
  rmSync(folder, { recursive: true, force: true })
}, 60_000)

/** Fast shutdown, as `pg_ctl restart` does, and a start some moments later. */
async function restart(awayMs: number): Promise<void> {
  const postmaster = Number(
    readFileSync(join(folder, 'outside', 'pg', 'postmaster.pid'), 'utf8').split('\n')[0],
  )
  process.kill(postmaster, 'SIGINT')
  await outside.keeper.lost
  await sleep(awayMs)
  outside = await start()
}

async function signIn(): Promise<string> {
  const answer = await fetch(`${server.address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-meguri-csrf': '1' },
    body: JSON.stringify({ staffNumber: sampleAccounts()[0]!.staffNumber, password: PUBLISHED_PASSWORD }),
  })
  expect(answer.status).toBe(200)
  return answer.headers.get('set-cookie')!.split(';')[0]!
}

interface Said {
  id: string
  status: number
  code?: string
  retryAfter: string | null
}

async function write(cookie: string): Promise<Said> {
  const id = randomUUID()
  const answer = await fetch(`${server.address}/api/consultations`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', 'x-meguri-csrf': '1' },
    body: JSON.stringify({
      id,
      channel: 'phone',
      caller: 'anonymous',
      urgency: 'normal',
      text: '試験の相談です',
      unnamed: { ageBand: 'unknown', sex: 'unknown' },
      receivedAt: '2026-11-20T09:00:00+09:00',
    }),
  })
  const { code } = (await answer.json()) as { code?: string }
  return { id, status: answer.status, code, retryAfter: answer.headers.get('retry-after') }
}

describe('動いている間に、外のデータベースが再起動したとき', () => {
  it('その間の要求は 503 で断られ、サーバーはそのままで、戻れば続きが動き、保存したと答えた相談はすべてある', async () => {
    const cookie = await signIn()
    const said: Said[] = []
    let isOver = false
    const writers = Array.from({ length: WRITERS }, async () => {
      while (!isOver) {
        said.push(await write(cookie))
        await sleep(20)
      }
    })
    await sleep(700)
    await restart(1_500)
    const backAt = performance.now()
    while ((await write(cookie)).status !== 200) await sleep(100)
    const backMs = performance.now() - backAt
    await sleep(500)
    isOver = true
    await Promise.all(writers)

    const refused = said.filter(({ status }) => status !== 200)
    expect(new Set(refused.map(({ status }) => status))).toEqual(new Set([503]))
    for (const { code, retryAfter } of refused) {
      expect(['database-away', 'database-busy', 'outcome-unknown', 'overloaded']).toContain(code)
      expect(retryAfter).toMatch(/^\d+$/)
    }
    expect(backMs).toBeLessThan(8_000)
    expect(said.slice(-WRITERS).map(({ status }) => status)).toEqual(Array(WRITERS).fill(200))
    const kept = said.filter(({ status }) => status === 200)
    expect(kept.length).toBeGreaterThan(20)
    const lost: string[] = []
    for (const { id } of kept) {
      const answer = await fetch(`${server.address}/api/consultations/${id}`, { headers: { cookie } })
      if (answer.status !== 200) lost.push(`${id} ${answer.status}`)
    }
    expect(lost).toEqual([])
    expect(await (await fetch(`${server.address}/readyz`)).json()).toEqual({ status: 'ready' })
    await sleep(1_500) // the sealer's round
    await run(MEGURI, ['audit', 'verify', '--data', data()], { env })
  }, 90_000)
})
