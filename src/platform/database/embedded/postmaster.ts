import { type ChildProcess, spawn } from 'node:child_process'
import {
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Account } from './account.ts'
import { DatabaseStartError } from './error.ts'
import type { Layout } from './layout.ts'
import { belongsTo, isAlive, type PidFile, processesOf, readPidFile } from './processes.ts'

const retryMs = 10_000
const recoveryMs = 600_000
const orphanMs = 2_000
const stopMs = 60_000
const pollMs = 10
const logLimitBytes = 10_000_000
/** Recovery wants a segment of the WAL and some more. The log cannot be trusted to say it: it lies on the same disk. */
const leastFreeBytes = 32 * 1024 * 1024

/** The running postmaster of this cluster, started by whomever; null when there is none. */
export function findRunning(cluster: string): PidFile | null {
  const found = readPidFile(cluster)
  return found && belongsTo(cluster, found.pid) ? found : null
}

/** Waits until a postmaster takes connections; crash recovery after a power cut may need minutes. */
export async function whenReady(
  layout: Layout,
  cluster: string,
  child?: ChildProcess,
  limitMs = recoveryMs,
): Promise<PidFile | null> {
  for (let waitedMs = 0; waitedMs < limitMs; waitedMs += pollMs) {
    const found = readPidFile(cluster)
    const isOurs = found !== null && (child ? found.pid === child.pid : isAlive(found.pid))
    if (isOurs && found.isReady) return found
    const hasEnded = child ? child.exitCode !== null || child.signalCode !== null : !isOurs
    if (hasEnded) return null
    await sleep(pollMs)
  }
  throw didNotStart(layout, `データベースの復旧が ${Math.round(limitMs / 60_000)} 分たっても終わりません`)
}

/**
 * Starts PostgreSQL as a detached process, so that Ctrl-C reaches the program alone and it can drain first.
 * Retries for ten seconds: what a killed predecessor left may need a moment to go; a restore, whose failure is final, does not.
 */
export async function launch(
  layout: Layout,
  account: Account,
  { retryForMs = retryMs, limitMs = recoveryMs } = {},
): Promise<PidFile> {
  await clearRemains(account.cluster)
  for (const began = performance.now(); ; await sleep(250)) {
    const ready = await whenReady(layout, account.cluster, spawnPostmaster(layout, account), limitMs)
    if (ready) return ready
    if (performance.now() - began > retryForMs) throw didNotStart(layout, 'データベースが起動しません')
    await clearRemains(account.cluster)
  }
}

function spawnPostmaster(layout: Layout, account: Account): ChildProcess {
  const [program = '', ...words] = [...account.prefix, account.binaries.postgres, '-D', account.cluster]
  const log = openLog(layout)
  const child = spawn(program, words, {
    cwd: account.cluster,
    detached: true,
    stdio: ['ignore', log, log],
    env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TZ: 'UTC' },
    ...account.identity,
  })
  closeSync(log)
  child.on('error', () => {}) // shows as an exit code that never comes: whenReady sees no pid and the log is empty
  child.unref()
  return child
}

function openLog(layout: Layout): number {
  if (existsSync(layout.log) && statSync(layout.log).size > logLimitBytes)
    renameSync(layout.log, `${layout.log}.1`)
  const log = openSync(layout.log, 'a', 0o600)
  if (process.getuid?.() === 0) chownSync(layout.log, layout.owner.uid, layout.owner.gid)
  return log
}

/**
 * Removes what a killed postmaster left: children that still run (they hold its shared memory; killing them is what
 * crash recovery is for) and a postmaster.pid whose number is dead, a zombie, or another program's by now, which
 * PostgreSQL would take for a living server.
 */
async function clearRemains(cluster: string): Promise<void> {
  if (findRunning(cluster)) return
  for (let waitedMs = 0; processesOf(cluster).length > 0; waitedMs += 50) {
    if (waitedMs >= orphanMs) for (const pid of processesOf(cluster)) signal(pid, 'SIGKILL')
    if (waitedMs > 2 * orphanMs) return
    await sleep(50)
  }
  rmSync(join(cluster, 'postmaster.pid'), { force: true })
}

/** Fast shutdown (open transactions are rolled back), then, after a minute, the immediate one. */
export async function stopPostmaster(layout: Layout, cluster: string): Promise<void> {
  const running = findRunning(cluster)
  if (!running) return
  for (const [name, limitMs] of [
    ['SIGINT', stopMs],
    ['SIGQUIT', retryMs],
  ] as const) {
    signal(running.pid, name)
    for (let waitedMs = 0; waitedMs < limitMs; waitedMs += pollMs) {
      if (!isAlive(running.pid)) return
      await sleep(pollMs)
    }
  }
  throw new DatabaseStartError(
    'did-not-stop',
    `データベース(プロセス ${running.pid})が止まりません。記録 ${layout.log} を確かめてください。`,
  )
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // gone in the meantime
  }
}

function didNotStart(layout: Layout, what: string): DatabaseStartError {
  const log = existsSync(layout.log) ? readFileSync(layout.log, 'utf8').trimEnd().split('\n').slice(-8) : []
  return new DatabaseStartError(
    'did-not-start',
    `${what}(データフォルダー ${layout.dataDir})。${roomSentence(layout)}記録 ${layout.log} の終わり:\n${log.join('\n')}`,
  )
}

function roomSentence({ cluster }: Layout): string {
  const { bavail, bsize } = statfsSync(cluster)
  if (bavail * bsize >= leastFreeBytes) return ''
  return (
    `保存する場所がいっぱいです(空き ${Math.floor((bavail * bsize) / 1024 / 1024)} MB)。データフォルダーの外のものを移すか消して場所を空け、` +
    'もう一度起動してください。pg の中は、何も消さないでください。'
  )
}
