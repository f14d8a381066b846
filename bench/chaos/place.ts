import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
export const MEGURI = join(import.meta.dirname, '..', '..', 'bin', 'meguri')
/** Everything of a run lies here and is removed at its end. MEGURI_CHAOS_DATA: elsewhere. */
export const WORK = process.env.MEGURI_CHAOS_DATA ?? join(import.meta.dirname, '..', '..', '.cache', 'chaos')

/** A data folder of its own for one part: the small sample, with real durability. */
export async function freshPlace(name: string, into = WORK): Promise<string> {
  const first = join(WORK, 'sample')
  if (!existsSync(join(first, 'pg'))) {
    mkdirSync(WORK, { recursive: true })
    await meguri(['demo', '--scale', '0.002', '--data', first])
  }
  const place = join(into, name)
  for (const folder of [place, `${place}-audit`]) rmSync(folder, { recursive: true, force: true })
  cpSync(first, place, { recursive: true, filter: (path) => !path.startsWith(join(first, 'run')) })
  return place
}

export function removePlaces(): void {
  rmSync(WORK, { recursive: true, force: true })
}

export interface Said {
  code: number
  text: string
}

/** A command as an operator types it. @throws when it ends with another code than 0 */
export async function meguri(words: string[], env: Record<string, string> = {}): Promise<string> {
  const { stdout, stderr } = await run(MEGURI, words, { env: environment(env), maxBuffer: 1e8 })
  return stdout + stderr
}

/** The same, whatever it ends with. */
export const tryMeguri = (words: string[], env: Record<string, string> = {}): Promise<Said> =>
  meguri(words, env).then(
    (text) => ({ code: 0, text }),
    (error: { code?: number; stdout?: string; stderr?: string }) => ({
      code: error.code ?? -1,
      text: `${error.stdout ?? ''}${error.stderr ?? ''}`,
    }),
  )

/** Screens are not what is tried here. */
export const environment = (more: Record<string, string> = {}): NodeJS.ProcessEnv => ({
  ...process.env,
  DATABASE_URL: '',
  MEGURI_NO_SCREENS: '1',
  ...more,
})

/** A port of this machine that nobody has. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}
