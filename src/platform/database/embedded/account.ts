import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  symlinkSync,
} from 'node:fs'
import { userInfo } from 'node:os'
import { basename, dirname, join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { DatabaseStartError } from './error.ts'
import type { Layout } from './layout.ts'

/** Under which account, with which command in front and with which files PostgreSQL runs. */
export interface Account {
  kind: 'plain' | 'namespace' | 'owner' | 'dedicated'
  /** Words in front of the program: `unshare …` or nothing. */
  prefix: string[]
  /** Set when root hands the process to another account. */
  identity?: { uid: number; gid: number }
  binaries: Binaries
  /** Real folder of the cluster. */
  cluster: string
}

/** What this machine is, as far as choosing an account goes; tests give their own. */
export interface Surroundings {
  uid: number
  /** The account of last resort, and the folder that holds its clusters. */
  dedicatedName: string
  systemFolder: string
  /** Inner uid for `unshare --map-user`; initdb wants one that has a name. */
  namedUids: number[]
  tryCommand(words: string[], identity?: { uid: number; gid: number }): boolean
}

/** PostgreSQL refuses root and initdb refuses a uid without a name; this finds the account that works here. */
export function chooseAccount(layout: Layout, binaries: Binaries, here = surroundings()): Account {
  const own = { binaries, cluster: layout.cluster }
  const { owner } = layout
  if (isLink(layout.cluster)) return dedicatedAccount(layout, binaries, here)
  if (here.uid !== 0 && here.namedUids.includes(here.uid)) return { kind: 'plain', prefix: [], ...own }
  const canUse = (words: string[], identity?: { uid: number; gid: number }) =>
    here.tryCommand([...words, 'test', '-w', layout.dataDir, '-a', '-x', binaries.postgres], identity)
  if (here.uid === 0 && owner.uid !== 0 && here.namedUids.includes(owner.uid) && canUse([], owner)) {
    return { kind: 'owner', prefix: [], identity: owner, ...own }
  }
  if (here.uid !== 0 || owner.uid === 0) {
    for (const uid of here.namedUids.filter((one) => one !== 0).slice(0, 3)) {
      const prefix = ['unshare', '--user', `--map-user=${uid}`, `--map-group=${uid}`, '--']
      if (canUse(prefix)) return { kind: 'namespace', prefix, ...own }
    }
  }
  if (here.uid === 0 && !existsSync(layout.cluster)) return dedicatedAccount(layout, binaries, here)
  throw noAccount(layout.dataDir)
}

/**
 * The last resort of root: an account of its own with cluster and binaries in its own system folder, since it may
 * not be able to enter the data folder or the program's. `<data>/pg` becomes a symbolic link to the cluster.
 */
function dedicatedAccount(layout: Layout, binaries: Binaries, here: Surroundings): Account {
  if (here.uid !== 0) throw noAccount(layout.dataDir)
  const identity = dedicatedIdentity(here)
  const key = createHash('sha256').update(layout.dataDir).digest('hex').slice(0, 12)
  const home = isLink(layout.cluster) ? dirname(readlinkSync(layout.cluster)) : join(here.systemFolder, key)
  const programs = join(
    here.systemFolder,
    `bin-${createHash('sha256').update(binaries.home).digest('hex').slice(0, 12)}`,
  )
  try {
    mkdirSync(home, { recursive: true })
    chmodSync(here.systemFolder, 0o755)
    chownSync(home, identity.uid, identity.gid)
    chmodSync(home, 0o700)
    if (!existsSync(programs)) {
      const half = `${programs}.new`
      cpSync(binaries.home, half, { recursive: true, verbatimSymlinks: true })
      renameSync(half, programs) // a copy that was cut short is not taken for a whole one
    }
  } catch (error) {
    throw new DatabaseStartError('closed-folder', `${here.systemFolder} を作れません(${String(error)})。`)
  }
  const cluster = join(home, 'pg')
  if (!here.tryCommand(['test', '-w', home, '-a', '-x', join(programs, 'bin', 'postgres')], identity)) {
    throw noAccount(layout.dataDir)
  }
  if (!isLink(layout.cluster)) symlinkSync(cluster, layout.cluster)
  const copied = {
    home: programs,
    postgres: join(programs, 'bin/postgres'),
    initdb: join(programs, 'bin/initdb'),
  }
  return { kind: 'dedicated', prefix: [], identity, binaries: copied, cluster }
}

function dedicatedIdentity(here: Surroundings): { uid: number; gid: number } {
  const find = () => accounts().find((account) => account.name === here.dedicatedName && account.uid !== 0)
  const words = ['useradd', '--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin']
  if (!find()) here.tryCommand([...words, here.dedicatedName])
  const account = find()
  if (!account) throw noAccount(here.systemFolder)
  return { uid: account.uid, gid: account.gid }
}

const isLink = (path: string) => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false

function accounts(): { name: string; uid: number; gid: number }[] {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n').filter(Boolean)
  return lines.map((line) => {
    const [name = '', , uid, gid] = line.split(':')
    return { name, uid: Number(uid), gid: Number(gid) }
  })
}

/** Own uid when it has a name; asked of the system, since a directory service is not in /etc/passwd. */
function ownNamedUid(): number[] {
  try {
    return [userInfo().uid]
  } catch {
    return []
  }
}

export function surroundings(): Surroundings {
  return {
    uid: process.getuid?.() ?? 0,
    dedicatedName: 'meguri',
    systemFolder: '/var/lib/meguri',
    namedUids: [...ownNamedUid(), ...accounts().map((account) => account.uid)],
    tryCommand: ([program = '', ...words], identity) =>
      spawnSync(program, words, { stdio: 'ignore', cwd: '/', ...identity }).status === 0,
  }
}

function noAccount(folder: string): DatabaseStartError {
  return new DatabaseStartError(
    'no-account',
    `PostgreSQL は root では動かず、代わりに使えるアカウントも用意できませんでした(${basename(folder)})。` +
      '次のどれかをしてください: (1) 一般のアカウントで実行する (2) ユーザー名前空間(unshare --user)を許す ' +
      `(3) アカウント「meguri」を作る (4) 外の PostgreSQL 18 を DATABASE_URL で指定する`,
  )
}
