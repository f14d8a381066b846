import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Megabytes. `heap` is what lives after a forced collection, buffers outside V8's heap included. */
export interface OwnMemory {
  rss: number
  heap: number
}

export interface Memory extends OwnMemory {
  /** private memory of the processes of PostgreSQL, without what they share */
  database: number
}

const MB = 1024 * 1024
const round = (bytes: number) => Math.round((bytes / MB) * 100) / 100

/** In the process that is looked at: collects twice, because what a finaliser frees goes with the second. */
export function ownMemory(): OwnMemory {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  collect()
  const { rss, heapUsed, external } = process.memoryUsage()
  return { rss: round(rss), heap: round(heapUsed + external) }
}

/** What the embedded PostgreSQL of a data folder has for itself: the private memory of every process of it. */
export function databaseMemory(dataDir: string): number {
  const postmaster = Number(readFileSync(join(dataDir, 'pg', 'postmaster.pid'), 'utf8').split('\n')[0])
  let kilobytes = 0
  for (const file of globSync('/proc/[0-9]*/status')) {
    try {
      const status = readFileSync(file, 'utf8')
      const number = (field: string) => Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0)
      if (number('Pid') === postmaster || number('PPid') === postmaster) kilobytes += number('RssAnon')
    } catch {
      // ended between listing and reading
    }
  }
  return round(kilobytes * 1024)
}
