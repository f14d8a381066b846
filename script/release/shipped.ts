import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The packages of a running installation, walked from package-lock.json: what the lock does not name is not shipped. */

export interface LockEntry {
  version: string
  integrity?: string
  license?: string
  os?: string | string[]
  cpu?: string | string[]
  libc?: string | string[]
  dev?: boolean
  hasInstallScript?: boolean
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
  peerDependencies?: Record<string, string>
  peerDependenciesMeta?: Record<string, { optional?: boolean }>
}
export interface LockFile {
  version: string
  packages: Record<string, LockEntry>
}

export interface Platform {
  os: string
  cpu: string
  libc: string
}
/** What the offline bundle is made for. */
export const LINUX_X64: Platform = { os: 'linux', cpu: 'x64', libc: 'glibc' }

export interface Shipped {
  /** where it lies: node_modules/a/node_modules/b */
  path: string
  name: string
  entry: LockEntry
  /** paths of the packages it uses */
  uses: string[]
}

const root = join(import.meta.dirname, '..', '..')
export const readLock = (folder: string = root): LockFile =>
  JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'))

export const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 13)

/** @returns every shipped package in the order of its path; the root itself is '' and only starts the walk */
export function shippedPackages(lock: LockFile, platform: Platform = LINUX_X64): Shipped[] {
  const found = new Map<string, Shipped>()
  const walk = (path: string): string[] => {
    const uses = usedBy(lock, path, platform)
    for (const next of uses) {
      if (found.has(next)) continue
      const one: Shipped = { path: next, name: nameOf(next), entry: lock.packages[next]!, uses: [] }
      found.set(next, one)
      one.uses = walk(next)
    }
    return uses
  }
  walk('')
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** Development dependencies stand in a field of their own and are never followed; optional peers neither. */
function usedBy(lock: LockFile, path: string, platform: Platform): string[] {
  const entry = lock.packages[path]
  if (!entry) throw new Error(`package-lock.json has no ${path}`)
  const peers = Object.keys(entry.peerDependencies ?? {}).filter(
    (name) => !entry.peerDependenciesMeta?.[name]?.optional,
  )
  const needed = [...Object.keys(entry.dependencies ?? {}), ...peers]
  const names = new Set([...needed, ...Object.keys(entry.optionalDependencies ?? {})])
  const paths: string[] = []
  for (const name of names) {
    const at = resolve(lock, path, name)
    if (at && fits(lock.packages[at]!, platform)) paths.push(at)
    else if (!at && needed.includes(name))
      throw new Error(`package-lock.json lacks ${name}, which ${path} needs`)
  }
  return paths.sort()
}

/** Where Node finds `name` from the package at `from`: nearest first. */
function resolve(lock: LockFile, from: string, name: string): string | undefined {
  for (let at = from; ; at = at.slice(0, Math.max(at.lastIndexOf('/node_modules/'), 0))) {
    const path = at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`
    if (lock.packages[path]) return path
    if (at === '') return undefined
  }
}

const fits = ({ os, cpu, libc }: LockEntry, platform: Platform) =>
  allows(os, platform.os) && allows(cpu, platform.cpu) && allows(libc, platform.libc)

/** npm's rule: no list allows all, `!x` allows all but x. */
function allows(list: string | string[] | undefined, value: string): boolean {
  const words = list === undefined ? [] : [list].flat()
  if (words.includes(`!${value}`)) return false
  const wanted = words.filter((word) => !word.startsWith('!'))
  return wanted.length === 0 || wanted.includes(value)
}
