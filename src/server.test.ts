import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PUBLISHED_PASSWORD, sampleAccounts } from './sample/index.ts'

const MEGURI = join(import.meta.dirname, '..', 'bin', 'meguri')
const PORT = 8700 + (process.pid % 90)
const ORIGIN = `http://127.0.0.1:${PORT}`
const run = promisify(execFile)

let folder: string
let data: string
let server: ChildProcess | undefined
const env = { ...process.env, MEGURI_NO_SCREENS: '1' }

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'meguri-kill-'))
  data = join(folder, 'data')
  await run(MEGURI, ['demo', '--scale', '0.002', '--data', data], { env })
}, 60_000)
afterAll(async () => {
  await stop('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
}, 30_000)

async function start(): Promise<number> {
  const begun = performance.now()
  const child = spawn(MEGURI, ['serve', '--data', data, '--port', String(PORT)], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  server = child
  let said = ''
  child.stdout.on('data', (chunk) => {
    said += chunk
  })
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  while (performance.now() - begun < 30_000) {
    if (child.exitCode !== null) throw new Error(`the server ended: ${said}`)
    const isReady = await fetch(`${ORIGIN}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (isReady) return performance.now() - begun
    await sleep(50)
  }
  throw new Error(`not ready: ${said}`)
}

async function stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  const child = server
  server = undefined
  if (!child || child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill(signal)
  await ended
}

async function signIn(): Promise<string> {
  const staffNumber = sampleAccounts()[0]!.staffNumber
  const answer = await fetch(`${ORIGIN}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-meguri-csrf': '1' },
    body: JSON.stringify({ staffNumber, password: PUBLISHED_PASSWORD }),
  })
  expect(answer.status).toBe(200)
  return answer.headers.get('set-cookie')!.split(';')[0]!
}

interface Written {
  id: string
  version: number
}

/** Writes until told to stop or cut off. @returns what the server acknowledged */
async function writeUntil(cookie: string, isOver: () => boolean): Promise<Written[]> {
  const acknowledged: Written[] = []
  while (!isOver()) {
    const id = randomUUID()
    const body = JSON.stringify({
      id,
      channel: 'phone',
      caller: 'anonymous',
      urgency: 'normal',
      text: '試験の相談です',
      unnamed: { ageBand: 'unknown', sex: 'unknown' },
      receivedAt: '2026-11-20T09:00:00+09:00',
    })
    try {
      const answer = await fetch(`${ORIGIN}/api/consultations`, {
        method: 'POST',
        body,
        signal: AbortSignal.timeout(5_000),
        headers: { cookie, 'content-type': 'application/json', 'x-meguri-csrf': '1' },
      })
      if (answer.status === 429) {
        await sleep(100) // faster than one person may be: nothing was stored
        continue
      }
      if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
      acknowledged.push((await answer.json()) as Written)
    } catch (error) {
      if (!isOver()) throw error
    }
  }
  return acknowledged
}

/** Eight people write; in the middle something is killed. */
async function writeAndKill(kill: () => Promise<void>): Promise<{ cookie: string; acknowledged: Written[] }> {
  const cookie = await signIn()
  let isOver = false
  const writers = Array.from({ length: 8 }, () => writeUntil(cookie, () => isOver))
  await sleep(700)
  isOver = true
  await kill()
  return { cookie, acknowledged: (await Promise.all(writers)).flat() }
}

async function expectAllThere(cookie: string, acknowledged: Written[]): Promise<void> {
  expect(acknowledged.length).toBeGreaterThan(20)
  const lost: string[] = []
  for (const { id } of acknowledged) {
    const answer = await fetch(`${ORIGIN}/api/consultations/${id}`, { headers: { cookie } })
    if (answer.status !== 200) lost.push(`${id} ${answer.status}`)
  }
  expect(lost).toEqual([])
}

/** Rejects when the command finds anything (exit 2). */
const verifyAudit = () => run(MEGURI, ['audit', 'verify', '--data', data], { env })

describe('相談の保存の最中に落ちても', () => {
  it('サーバーを kill -9: 次の起動で手当てなしに回復し、保存したと答えた相談はすべてあり、監査の鎖も合う', async () => {
    await start()
    const { acknowledged } = await writeAndKill(() => stop('SIGKILL'))
    await start()
    await expectAllThere(await signIn(), acknowledged)
    await sleep(1500) // the sealer's round
    await verifyAudit()
    await stop('SIGTERM')
  }, 60_000)

  it('データベースを kill -9: サーバーは誤りとして終わり、次の起動で回復し、保存したと答えた相談はすべてある', async () => {
    await start()
    const running = server!
    const ended = new Promise<{ code: number | null; at: number }>((resolve) =>
      running.once('exit', (code) => resolve({ code, at: performance.now() })),
    )
    let killedAt = 0
    const { acknowledged } = await writeAndKill(async () => {
      const postmaster = Number(readFileSync(join(data, 'pg', 'postmaster.pid'), 'utf8').split('\n')[0])
      process.kill(postmaster, 'SIGKILL')
      killedAt = performance.now()
    })
    const { code, at } = await ended
    server = undefined
    expect(code).toBe(1) // a supervisor starts it again
    expect(at - killedAt).toBeLessThan(4_000) // 1.1 s measured; a busy machine needs longer
    await start()
    await expectAllThere(await signIn(), acknowledged)
    await verifyAudit()
    await stop('SIGTERM')
  }, 60_000)

  it('同じデータの二つ目のサーバーは、理由を言って断られる', async () => {
    await start()
    const second = await run(MEGURI, ['serve', '--data', data, '--port', String(PORT + 100)], { env }).catch(
      (error) => error as { code: number; stderr: string },
    )
    expect(second).toMatchObject({ code: 1 })
    expect(second.stderr).toContain(data)
    await stop('SIGTERM')
  }, 60_000)
})
