import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs'
import { join } from 'node:path'

/** What postmaster.pid says, one fact a line (PostgreSQL: src/include/utils/pidfile.h). */
export interface PidFile {
  pid: number
  port: number
  socketFolder: string
  isReady: boolean
}

export function readPidFile(cluster: string): PidFile | null {
  const path = join(cluster, 'postmaster.pid')
  if (!existsSync(path)) return null
  const [pid = '', , , port = '', socketFolder = '', , , status = ''] = readFileSync(path, 'utf8').split('\n')
  if (!/^\d+$/.test(pid)) return null
  return { pid: Number(pid), port: Number(port), socketFolder, isReady: status.trim() === 'ready' }
}

/** A zombie counts as dead: it has given back its memory, its files and its folder. */
export function isAlive(pid: number): boolean {
  try {
    // "pid (name) S …": the name may hold anything, so the state is read after the last bracket.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return !['Z', 'X'].includes(stat.slice(stat.lastIndexOf(')') + 2)[0] ?? 'X')
  } catch {
    return false
  }
}

/** Each process of PostgreSQL stands in its cluster's folder; the number of another program never does. */
export function belongsTo(cluster: string, pid: number): boolean {
  try {
    return isAlive(pid) && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster) && isPostgres(pid)
  } catch {
    return false
  }
}

function isPostgres(pid: number): boolean {
  return readFileSync(`/proc/${pid}/stat`, 'utf8').includes('(postgres)')
}

/** The living processes of a cluster: the postmaster and its children, or children that outlived it. */
export function processesOf(cluster: string): number[] {
  const numbers = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return numbers.map(Number).filter((pid) => belongsTo(cluster, pid))
}
