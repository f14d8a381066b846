import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { DATA } from '../processes.ts'

/** npm reaches its registry or it does not: no measurement waits longer than this for it. */
const PATIENCE_MS = 8 * 60_000

/**
 * Installs what the lock of the peer says, once per lock, beside the data folders.
 * @returns the folder with its node_modules
 * @throws with the last words of npm
 */
export async function installPeer(name: string): Promise<string> {
  const from = join(import.meta.dirname, name, 'package')
  const to = join(DATA, 'peers', name)
  const wanted = ['package.json', 'package-lock.json', '.npmrc']
  const sum = createHash('sha256')
  for (const file of wanted) sum.update(readFileSync(join(from, file)))
  const stamp = `${sum.digest('hex')} Node ${process.versions.node}\n`
  const stampFile = join(to, 'installed')
  if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp) {
    console.log(`  installing ${name}; this takes some minutes, once`)
    rmSync(to, { recursive: true, force: true })
    mkdirSync(to, { recursive: true })
    for (const file of wanted) cpSync(join(from, file), join(to, file))
    await npmCi(to)
    writeFileSync(stampFile, stamp)
  }
  return to
}

function npmCi(folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['ci', '--no-progress', '--loglevel=error'], {
      cwd: folder,
      env: { ...process.env, PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}` },
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: PATIENCE_MS,
    })
    let said = ''
    child.stderr.on('data', (part) => {
      said = `${said}${part}`.slice(-2000)
    })
    child.on('error', reject)
    child.on('exit', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`npm ci ended with ${code ?? 'its time'}: ${reasonOf(said)}`)),
    )
  })
}

/** One line for the table: what npm gave as the cause, without addresses. */
const reasonOf = (said: string) =>
  (said.split('\n').find((line) => line.startsWith('npm error')) ?? 'no reason given')
    .replace('npm error', '')
    .replaceAll(/https?:\/\/\S+/g, '…')
    .trim()
