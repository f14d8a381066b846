import { type ChildProcess, fork } from 'node:child_process'
import { mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import type { OwnMemory } from './day/memory-of.ts'
import type { Figures, LoadPlan } from './figures.ts'
import { type ProcessorTime, processorTime } from './processor-time.ts'

/** MEGURI_BENCH_DATA keeps the data folders elsewhere, so that two people can measure in one tree. */
export const DATA = process.env.MEGURI_BENCH_DATA ?? join(import.meta.dirname, '..', '.cache', 'bench')

/** The product as delivered, in a process of its own, with only the rate limit raised. */
export interface Product {
  port: number
  pid: number
  dataDir: string
  clients: Record<'superuser' | 'owner' | 'identity', pg.ClientConfig>
  secret: string
  /** milliseconds to add to the machine's clock: the product lives on the day of the sample */
  clockShift: number
  /** after a forced collection */
  memory(): Promise<OwnMemory>
  stop(): Promise<void>
}

export interface Peer {
  port: number
  pid: number
  /** Bare inserts without HTTP, as many under way at once as given. */
  insert(plan: { connections: number; seconds: number }): Promise<Figures>
  stop(): Promise<void>
}

/** The sample's day, ten in the morning in Japan. */
const SAMPLE_NOW = Temporal.Instant.from('2026-11-22T10:00:00+09:00')

/** MEGURI_BENCH_PROFILE=product|peer|parse-server|strapi writes a V8 profile of that process into .cache/bench/profiles. */
const profiled = (name: string) =>
  process.env.MEGURI_BENCH_PROFILE === name
    ? [
        '--cpu-prof',
        `--cpu-prof-dir=${join(DATA, 'profiles')}`,
        `--cpu-prof-name=${name}-${Date.now()}.cpuprofile`,
      ]
    : []

/** @param folder where it works; a peer's own is its application */
export function start(file: string, name: string, folder?: string): ChildProcess {
  mkdirSync(DATA, { recursive: true })
  const log = openSync(join(DATA, `${name}.log`), 'w')
  return fork(join(import.meta.dirname, file), [], {
    execArgv: profiled(name),
    ...(folder && { cwd: folder, env: { ...process.env, NODE_ENV: 'production' } }),
    stdio: ['ignore', log, log, 'ipc'],
  })
}

/** Sends one message and waits for the answer. @throws when the process ends first */
export function ask<Answer>(child: ChildProcess, message: object): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) =>
      reject(new Error(`a process of the measurement ended (${code}); see .cache/bench/*.log`))
    child.once('exit', ended)
    child.once('message', (answer) => {
      child.off('exit', ended)
      resolve(answer as Answer)
    })
    child.send(message)
  })
}

export const stopping = (child: ChildProcess) => () =>
  new Promise<void>((resolve) => {
    if (child.exitCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.disconnect()
  })

export async function startProduct(dataDir: string): Promise<Product> {
  const clockShift = SAMPLE_NOW.epochMilliseconds - Date.now()
  const child = start('product.ts', 'product')
  const said = await ask<Pick<Product, 'port' | 'clients' | 'secret'>>(child, { dataDir, clockShift })
  const memory = () => ask<OwnMemory>(child, { say: 'memory' })
  return { ...said, pid: child.pid!, dataDir, clockShift, memory, stop: stopping(child) }
}

export async function startPeer(message: object): Promise<Peer> {
  const child = start('peer.ts', 'peer')
  const { port } = await ask<{ port: number }>(child, message)
  return { port, pid: child.pid!, insert: (plan) => ask<Figures>(child, plan), stop: stopping(child) }
}

/** Loads a product or peer. @param dataDir whose database works for it */
export async function load(
  { pid, port }: { pid: number; port: number },
  dataDir: string,
  plan: Omit<LoadPlan, 'port'>,
): Promise<Figures> {
  const before = processorTime(pid, dataDir)
  const { requested, ...figures } = await ask<Figures & { requested: number }>(start('load.ts', 'load'), {
    ...plan,
    port,
  })
  const after = processorTime(pid, dataDir)
  const each = (of: keyof ProcessorTime) => Math.round(((after[of] - before[of]) / requested) * 1000) / 1000
  return { ...figures, processorMilliseconds: { node: each('node'), database: each('database') } }
}
