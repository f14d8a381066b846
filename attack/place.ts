import { fork, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, openSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { TEST_NOW } from '../src/platform/testing/insurer.ts'

const ROOT = join(import.meta.dirname, '..')
/** Everything of a run lies here; MEGURI_ATTACK_DATA: elsewhere. The log of the last run stays to be read. */
const WORK = process.env.MEGURI_ATTACK_DATA ?? join(ROOT, '.cache', 'attack')

export interface Target {
  origin: string
  host: string
  port: number
  clients: Record<'superuser' | 'owner' | 'identity', pg.ClientConfig>
  secret: string
  /** milliseconds from the machine's clock to the server's, which lives on the day of the examples */
  clockShift: number
  logFile: string
  stop(): Promise<void>
}

interface Said extends Pick<Target, 'clients' | 'secret'> {
  address: string
}

/** A server in a process of its own, on a fresh sample. */
export async function startTarget(): Promise<Target> {
  const dataDir = join(WORK, 'data')
  for (const folder of [dataDir, `${dataDir}-audit`]) rmSync(folder, { recursive: true, force: true })
  mkdirSync(WORK, { recursive: true })
  const env = { ...process.env, DATABASE_URL: '', MEGURI_NO_SCREENS: '1' }
  const words = ['demo', '--scale', '0.002', '--data', dataDir]
  const made = spawnSync(join(ROOT, 'bin', 'meguri'), words, { env, encoding: 'utf8' })
  if (made.status !== 0) throw new Error(`meguri demo ended with ${made.status}: ${made.stderr}`)
  const logFile = join(WORK, 'server.log')
  const log = openSync(logFile, 'w')
  const clockShift = Temporal.Instant.from(TEST_NOW).epochMilliseconds - Date.now()
  const child = fork(join(import.meta.dirname, 'server.ts'), [], { env, stdio: ['ignore', log, log, 'ipc'] })
  const said = await new Promise<Said>((done, fail) => {
    child.once('exit', (code) => fail(new Error(`the server ended with ${code}; see ${logFile}`)))
    child.once('message', (message) => done(message as Said))
    child.send({ dataDir, clockShift })
  })
  const { hostname, port } = new URL(said.address)
  const stop = () =>
    new Promise<void>((done) => {
      if (child.exitCode !== null) return done()
      child.once('exit', () => done())
      child.disconnect()
    })
  return { ...said, origin: said.address, host: hostname, port: Number(port), clockShift, logFile, stop }
}

/** The data folder goes: it is some hundred megabytes of invented people. */
export function removeData(): void {
  if (existsSync(WORK)) rmSync(join(WORK, 'data'), { recursive: true, force: true })
}
