import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const repository = join(import.meta.dirname, '..', '..', '..')

/** What can end up in the browser. Tests are left out: changing one changes no screen. */
const sources = ['src/**/*.{ts,tsx,css,svg,json}', 'index.html', 'vite.config.ts', 'package-lock.json']

/** SHA-256 over names and contents of everything the screens are built from. */
export function sourceHash(root: string = repository): string {
  const hash = createHash('sha256')
  const paths = globSync(sources, { cwd: root }).filter((path) => !/\.test\.tsx?$/.test(path))
  for (const path of paths.sort()) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0')
  }
  return hash.digest('hex')
}

const stampOf = (root: string) => join(root, 'web-build', '.source-hash')

export function isFresh(hash: string, root: string = repository): boolean {
  const stamp = stampOf(root)
  return existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === hash
}

/** Builds the screens when their sources changed since the last build. @throws Error with vite's output */
export async function buildScreens(stdout: (line: string) => void, root: string = repository): Promise<void> {
  const hash = sourceHash(root)
  if (isFresh(hash, root)) return
  stdout('画面を組み立てています…')
  await run(root, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn', '--emptyOutDir'])
  mkdirSync(join(root, 'web-build'), { recursive: true })
  writeFileSync(stampOf(root), `${hash}\n`)
}

function run(cwd: string, words: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', reject)
    child.on('close', (status) =>
      status === 0 ? resolve() : reject(new Error(`画面を組み立てられませんでした。\n${output.trim()}`)),
    )
  })
}
