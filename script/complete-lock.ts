import { readFileSync, writeFileSync } from 'node:fs'

/**
 * Adds to a package-lock.json the optional platform packages that npm left out.
 *
 * A registry mirror may lack packages for platforms nobody asked it for. `npm install` then leaves them out of
 * the lock and `npm ci` misses them. An entry with the true platform makes npm skip them where they do not fit.
 */

type Entry = {
  version?: string
  optional?: boolean
  dev?: boolean
  os?: string[] | string
  cpu?: string[] | string
  libc?: string[]
  optionalDependencies?: Record<string, string>
}
export type Lock = { packages: Record<string, Entry> }

const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
]
const processors = [
  'arm',
  'arm64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
]
/** Packages for one system whose name does not tell it. */
const known: Record<string, Pick<Entry, 'os'>> = { fsevents: { os: ['darwin'] } }
const libraries: Record<string, string> = { gnu: 'glibc', musl: 'musl' }

/** Reads os, cpu and libc from a name such as `@scope/tool-linux-arm64-musl`; null when it names no platform. */
export function platformOf(name: string): Pick<Entry, 'os' | 'cpu' | 'libc'> | null {
  if (known[name]) return known[name]
  const words = name.split('/').at(-1)!.split('-')
  const os = systems.filter((word) => words.includes(word))
  const cpu = processors.filter((word) => words.includes(word))
  const libc = words.flatMap((word) => libraries[word] ?? [])
  if (os.length > 1 || cpu.length !== 1 || (os.length === 0 && cpu[0] !== 'wasm32')) return null
  return { cpu, ...(os.length ? { os } : {}), ...(libc.length ? { libc } : {}) }
}

/** Where Node would look for `name` from the package at `from`, nearest first. */
function* lookupPaths(from: string, name: string): Generator<string> {
  for (let at = from; ; at = at.slice(0, Math.max(at.lastIndexOf('/node_modules/'), 0))) {
    yield at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`
    if (at === '') return
  }
}

/** The optional packages that an entry wants and the lock does not have. */
export function missingOptional(lock: Lock): { parent: string; name: string; range: string }[] {
  return Object.entries(lock.packages).flatMap(([parent, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => ![...lookupPaths(parent, name)].some((path) => path in lock.packages))
      .map(([name, range]) => ({ parent, name, range })),
  )
}

/** @returns the lock with every missing entry, in npm's own order. @throws when a name tells no platform. */
export function completeLock(lock: Lock): Lock {
  const packages = { ...lock.packages }
  for (const { parent, name, range } of missingOptional(lock)) {
    const platform = platformOf(name)
    const version = range.replace(/^[~^=]/, '')
    if (!platform || !/^\d+\.\d+\.\d+/.test(version)) {
      throw new Error(
        `package-lock.json lacks ${name}@${range} (wanted by ${parent}), whose platform is unknown`,
      )
    }
    const dev = packages[parent]?.dev ? { dev: true } : {}
    const { cpu, ...rest } = platform
    packages[`node_modules/${name}`] = { version, ...(cpu ? { cpu } : {}), ...dev, optional: true, ...rest }
  }
  const byName = ([a]: [string, Entry], [b]: [string, Entry]) => a.localeCompare(b, 'en')
  return { ...lock, packages: Object.fromEntries(Object.entries(packages).sort(byName)) }
}

if (import.meta.main) {
  const path = process.argv[2] ?? 'package-lock.json'
  const before = readFileSync(path, 'utf8')
  const lock: Lock = JSON.parse(before)
  const after = `${JSON.stringify(completeLock(lock), null, 2)}\n`
  if (after !== before) writeFileSync(path, after)
  console.log(`${path}: ${missingOptional(lock).length} entries added`)
}
