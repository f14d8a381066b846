import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of this run's throwaway cluster; the first test that asks for a database starts it. */
    testRunFolder: string
  }
}

/**
 * Stops the cluster and removes its folder when its standard input closes: at the end of the run, and just as well
 * when vitest was interrupted or killed. It stands in a process group of its own, so Ctrl-C does not reach it.
 */
const watcher = `
cat >/dev/null
pid=$(head -n 1 "$1/data/pg/postmaster.pid" 2>/dev/null) || pid=
if [ -n "$pid" ]; then
  kill -QUIT "$pid" 2>/dev/null
  for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    grep -q '^State:.[^ZX]' "/proc/$pid/status" 2>/dev/null || break
    sleep 0.1
  done
fi
rm -rf -- "$1"
`

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'meguri-test-'))
  const child = spawn('sh', ['-c', watcher, 'sh', folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  project.provide('testRunFolder', folder)
  return () => finish(child)
}

async function finish(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  child.stdin?.end()
  await ended
}
