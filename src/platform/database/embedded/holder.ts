import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** For tests: a real second process that opens the database of a folder (fixtures/hold.ts). */
export interface Holder {
  answer: {
    state: 'open' | 'refused'
    host: string
    adopted: boolean
    superuserPassword: string
    code: string
    message: string
  }
  /** Lets it leave in order. */
  leave(): Promise<void>
  /** kill -9: it leaves nothing in order. */
  kill(): Promise<void>
  /** What Ctrl-C does at a terminal: SIGINT to the whole process group. */
  interruptGroup(): Promise<void>
}

export interface HolderOptions {
  purpose?: 'command' | 'serve'
  identity?: { uid: number; gid: number }
  /** The program's folder, when it is not the one this test runs in. */
  repository?: string
}

const own = join(import.meta.dirname, '..', '..', '..', '..')

export async function holder(dataDir: string, options: HolderOptions = {}): Promise<Holder> {
  const repository = options.repository ?? own
  const node = join(repository, 'node_modules/.bin/node')
  const script = join(repository, 'src/platform/database/embedded/fixtures/hold.ts')
  const child = spawn(node, [script, dataDir, options.purpose ?? 'command'], {
    cwd: '/',
    detached: true, // a process group of its own, as a shell makes one
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH },
    ...options.identity,
  })
  for await (const line of createInterface(child.stdout)) {
    return {
      answer: JSON.parse(line),
      leave() {
        child.stdin.end()
        return ended(child)
      },
      kill() {
        child.kill('SIGKILL')
        return ended(child)
      },
      interruptGroup() {
        process.kill(-child.pid!, 'SIGINT')
        return ended(child)
      },
    }
  }
  throw new Error('the process ended without a word')
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}
