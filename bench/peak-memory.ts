import { globSync, readFileSync } from 'node:fs'

/** Megabytes at the highest. `database` is the memory of its processes alone, without what they share. */
export interface Peak {
  node: number
  database: number
}

/** Looks at a process and everything below it ten times a second until `stop`. */
export function watchMemory(pid: number): { stop(): Peak } {
  const peak: Peak = { node: 0, database: 0 }
  const look = () => {
    const parents = new Map<number, number>()
    for (const file of globSync('/proc/[0-9]*/status')) {
      const status = statusOf(file)
      if (status) parents.set(status.pid, status.parent)
    }
    let database = 0
    for (const one of parents.keys()) {
      const status = statusOf(`/proc/${one}/status`)
      if (!status) continue
      if (one === pid) peak.node = Math.max(peak.node, status.highest)
      else if (isBelow(one, pid, parents)) database += status.own
    }
    peak.database = Math.max(peak.database, database)
  }
  const timer = setInterval(look, 100)
  return {
    stop() {
      clearInterval(timer)
      return { node: Math.round(peak.node), database: Math.round(peak.database) }
    },
  }
}

function isBelow(pid: number, ancestor: number, parents: ReadonlyMap<number, number>): boolean {
  for (let at = parents.get(pid); at !== undefined && at > 1; at = parents.get(at))
    if (at === ancestor) return true
  return false
}

function statusOf(file: string) {
  try {
    const text = readFileSync(file, 'utf8')
    const number = (field: string) => Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0)
    return {
      pid: number('Pid'),
      parent: number('PPid'),
      highest: number('VmHWM') / 1024,
      own: number('RssAnon') / 1024,
    }
  } catch {
    return undefined // ended between listing and reading
  }
}
