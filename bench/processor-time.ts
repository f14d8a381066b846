import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Processor milliseconds spent so far, by kind of process. On a busy machine it says more than the time on the wall. */
export interface ProcessorTime {
  node: number
  database: number
}

/** @param pid of the Node process; @param dataDir whose embedded PostgreSQL works for it */
export function processorTime(pid: number, dataDir: string): ProcessorTime {
  const postmaster = Number(readFileSync(join(dataDir, 'pg', 'postmaster.pid'), 'utf8').split('\n')[0])
  let database = 0
  let node = 0
  for (const file of globSync('/proc/[0-9]*/stat')) {
    const stat = statOf(file)
    if (stat?.pid === pid) node = stat.milliseconds
    else if (stat?.parent === postmaster) database += stat.milliseconds
  }
  return { node, database }
}

/** Fields 14 and 15 count hundredths of a second; the name before them may hold blanks. */
function statOf(file: string): { pid: number; parent: number; milliseconds: number } | undefined {
  try {
    const text = readFileSync(file, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return {
      pid: Number.parseInt(text, 10),
      parent: Number(fields[1]),
      milliseconds: (Number(fields[11]) + Number(fields[12])) * 10,
    }
  } catch {
    return undefined // ended between listing and reading
  }
}
