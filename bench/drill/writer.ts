import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type pg from 'pg'
import { processesOf } from '../../src/platform/database/embedded/processes.ts'

export interface Writer {
  superuser: pg.ClientConfig
  /** what the database acknowledged, with the time of the answer (ms since 1970) */
  written: { n: number; at: number }[]
  openedMs: number
  /** kill -9 of everything: the program and every process of PostgreSQL. @returns the moment */
  killAll(): Promise<number>
}

/** Starts child.ts and waits until it serves. */
export async function startWriter(dataDir: string, walArchive?: string): Promise<Writer> {
  const begun = performance.now()
  const words = walArchive === undefined ? [dataDir] : [dataDir, walArchive]
  const child = fork(join(import.meta.dirname, 'child.ts'), words, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const written: Writer['written'] = []
  const superuser = await new Promise<pg.ClientConfig>((done, fail) => {
    child.once('exit', (code) => fail(new Error(`the writing process ended with ${code}`)))
    child.on('message', (message: { kind: string; superuser: pg.ClientConfig; n: number; at: number }) => {
      if (message.kind === 'open') done(message.superuser)
      else written.push({ n: message.n, at: message.at })
    })
  })
  return {
    superuser,
    written,
    openedMs: performance.now() - begun,
    killAll: () => killAll(child, join(dataDir, 'pg')),
  }
}

async function killAll(child: ChildProcess, cluster: string): Promise<number> {
  const ended = once(child, 'exit')
  for (const pid of processesOf(cluster)) process.kill(pid, 'SIGKILL')
  child.kill('SIGKILL')
  const at = performance.timeOrigin + performance.now()
  await ended
  return at
}
