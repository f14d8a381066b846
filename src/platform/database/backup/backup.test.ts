import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { auditPaths } from '../../audit/index.ts'
import { verifyInstallation } from '../../audit/verify-installation.ts'
import { systemClock } from '../../clock.ts'
import { takeBackup } from './backup.ts'
import { checkBackup } from './check.ts'
import { createBackupKey, readBackupKey } from './key.ts'
import { readManifest, writeManifest } from './manifest.ts'
import { type RestoreOptions, restore } from './restore.ts'
import {
  type Acknowledged,
  asClient,
  busyCluster,
  checksums,
  drop,
  inCopy,
  startWriting,
  writtenIn,
} from './testing/busy-cluster.ts'

vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 }) // whole clusters are copied, on a machine that may be busy

const meguri = join(import.meta.dirname, '..', '..', '..', '..', 'bin', 'meguri')
const keyFolder = `/tmp/meguri-backup-key-${process.pid}`
const keyFile = join(keyFolder, 'key')
let source: Awaited<ReturnType<typeof busyCluster>>
let from: string
let copy: string
let key: ReturnType<typeof readBackupKey>
let during: Acknowledged[]
/** A whole second with nobody writing around it, and what every table held then. */
let quiet: {
  at: Temporal.Instant
  sums: Record<string, string>
  before: Acknowledged[]
  after: Acknowledged[]
}

const options = (change: Partial<RestoreOptions<unknown>> = {}) => ({
  ...{ from, dataDir: copy, key, keyFile, walArchive: null, until: null },
  headFile: auditPaths({ dataDir: copy }).headFile,
  check: (client: Parameters<RestoreOptions<unknown>['check']>[0]) =>
    verifyInstallation(client('audit'), auditPaths({ dataDir: copy })),
  ...change,
})

beforeAll(async () => {
  mkdirSync(keyFolder, { mode: 0o700 })
  createBackupKey(keyFile)
  key = readBackupKey(keyFile)
  source = await busyCluster(keyFile)
  from = join(source.home, 'backup')
  copy = join(source.home, 'copy')
  const { dataDir, superuser, paths } = source
  const first = startWriting(superuser, 1)
  await sleep(300)
  await takeBackup({ dataDir, to: from, superuser, key, headFile: paths.headFile, product: 'test' })
  await first.stop()
  during = first.acknowledged
  const second = startWriting(superuser, 1_000_000)
  await sleep(500)
  await second.stop()
  await source.archived()
  await source.sealNow()
  const next = systemClock.now().round({ smallestUnit: 'second', roundingMode: 'ceil' })
  await sleep(systemClock.now().until(next).total('milliseconds') + 20)
  const sums = await checksums(superuser)
  const third = startWriting(superuser, 2_000_000)
  await sleep(300)
  await third.stop()
  quiet = { at: next, sums, before: [...during, ...second.acknowledged], after: third.acknowledged }
  await source.archived()
})
afterAll(async () => {
  await source.end()
  rmSync(keyFolder, { recursive: true })
})

describe('書いている最中のバックアップ', () => {
  it('終わるまでに確定した行が一つも欠けず、あとの行を混ぜず、監査記録も通る', async () => {
    const restored = await restore(options())
    expect(restored.checked).toMatchObject({ isSound: true })
    const there = await inCopy(copy, (database) => writtenIn(database.client('superuser')))
    const endAt = Temporal.Instant.from(restored.manifest.end.at)
    const beginAt = Temporal.Instant.from(restored.manifest.begin.at)
    const wanted = during.filter(({ at }) => Temporal.Instant.compare(at, endAt) < 0)
    // writers really were at work while the copy was made
    expect(wanted.filter(({ at }) => Temporal.Instant.compare(at, beginAt) > 0).length).toBeGreaterThan(20)
    // the clock was read after the backup's end, so a row of that instant may be beyond it
    const missing = wanted.filter(({ n }) => !there.has(n))
    expect(missing.filter(({ at }) => at.until(endAt).total('milliseconds') > 50)).toEqual([])
    const known = new Set(during.map(({ n }) => n))
    expect([...there].filter((n) => !known.has(n))).toEqual([])
    drop(copy)
  })

  it('暗号化したものには、氏名もパスワードもそのままでは入っていない', () => {
    const secret = readFileSync(join(source.dataDir, 'secrets', 'superuser'), 'utf8').trim()
    const all = readdirSync(from, { recursive: true, encoding: 'utf8' })
      .map((path) => join(from, path))
      .filter((path) => statSync(path).isFile())
    expect(all.length).toBeGreaterThan(500)
    expect(all.filter((path) => readFileSync(path).includes(secret))).toEqual([])
    expect(statSync(from).mode & 0o777).toBe(0o700)
  })

  it('空でないフォルダーとデータフォルダーの中には取らず、途中のものを残さない', async () => {
    const { dataDir, superuser, paths } = source
    const take = (to: string) =>
      takeBackup({ dataDir, to, superuser, key, headFile: paths.headFile, product: 'test' })
    await expect(take(from)).rejects.toMatchObject({ code: 'not-empty' })
    await expect(take(join(dataDir, 'backup'))).rejects.toMatchObject({ code: 'inside' })
    expect(readdirSync(source.home).filter((name) => name.endsWith('.partial'))).toEqual([])
  })
})

describe('時刻を指定して戻す', () => {
  it('その秒までに確定した行がすべてあり、あとの行はなく、どの表もその時と同じ', async () => {
    const restored = await restore(options({ walArchive: source.walArchive, until: quiet.at }))
    expect(restored.checked).toMatchObject({ isSound: true })
    const { there, sums } = await inCopy(copy, async (database) => ({
      there: await writtenIn(database.client('superuser')),
      sums: await checksums(database.client('superuser')),
    }))
    expect(quiet.before.filter(({ n }) => !there.has(n))).toEqual([])
    expect(quiet.after.length).toBeGreaterThan(20)
    expect(quiet.after.filter(({ n }) => there.has(n))).toEqual([])
    expect(sums).toEqual(quiet.sums)
    expect(Temporal.Instant.compare(restored.lastAt!, quiet.at)).toBeLessThanOrEqual(0)
    drop(copy)
  })

  it('時刻を書かなければ、保管された終わりまで戻り、新しい保管のフォルダーで続けられる', async () => {
    await restore(options({ walArchive: source.walArchive }))
    const there = await inCopy(copy, async (database) => {
      const superuser = database.client('superuser')
      await asClient(superuser, (client) =>
        client.query(`insert into probe.written values (-1, '戻したあと')`),
      )
      return writtenIn(superuser)
    })
    const all = [...quiet.before, ...quiet.after]
    expect(all.filter(({ n }) => !there.has(n))).toEqual([])
    expect(there.has(-1)).toBe(true)
    expect(existsSync(join(copy, 'pg', 'meguri-lineage'))).toBe(false) // a life of its own, named when it is archived
    drop(copy)
  })

  it('バックアップより前の時刻と、保管より後の時刻は、わけを言って断る', async () => {
    const walArchive = source.walArchive
    const early = quiet.at.subtract({ hours: 1 })
    await expect(restore(options({ walArchive, until: early }))).rejects.toMatchObject({
      code: 'until-early',
    })
    const late = quiet.at.add({ hours: 1 })
    await expect(restore(options({ walArchive, until: late }))).rejects.toMatchObject({
      code: 'until-late',
      message: expect.stringMatching(/最後の記録は 20\d\d-/),
    })
    drop(copy)
  })

  it('保管が途中で抜けていれば、終わりまで戻したふりをしない', async () => {
    const archive = join(source.home, 'gapped')
    cpSync(source.walArchive, archive, { recursive: true })
    const { lineage, end } = readManifest(from, key)
    const later = readdirSync(join(archive, lineage!)).filter((name) => name > end.wal && name.length === 24)
    expect(later.length).toBeGreaterThan(1)
    rmSync(join(archive, lineage!, later[0]!))
    await expect(restore(options({ walArchive: archive }))).rejects.toMatchObject({
      code: 'gap',
      message: expect.stringContaining(later[0]!),
    })
    // there, and not what was stored: not the end either
    writeFileSync(join(archive, lineage!, later[0]!), Buffer.alloc(5_000, 7))
    await expect(restore(options({ walArchive: archive }))).rejects.toMatchObject({ code: 'damaged' })
    drop(copy)
  })
})

describe('壊れたバックアップ', () => {
  const broken = () => {
    const folder = join(source.home, 'broken')
    rmSync(folder, { recursive: true, force: true })
    cpSync(from, folder, { recursive: true })
    return folder
  }
  const refused = async (folder: string, code: string, words: string, change = {}) => {
    await expect(restore(options({ from: folder, ...change }))).rejects.toMatchObject({
      code,
      message: expect.stringContaining(words),
    })
    drop(copy)
  }

  it.each(['pg/global/pg_control', 'secrets/superuser', 'pg/backup_label'])(
    '%s の 1 ビットが変わっていれば、そのファイルを名指しして断る',
    async (path) => {
      const folder = broken()
      const content = readFileSync(join(folder, path))
      const at = Math.floor(content.length / 2)
      content[at] = content[at]! ^ 1
      writeFileSync(join(folder, path), content)
      await expect(checkBackup(folder, readManifest(folder, key))).rejects.toMatchObject({ code: 'damaged' })
      await refused(folder, 'damaged', path)
    },
  )

  it('ファイルや WAL が足りなければ断る', async () => {
    const folder = broken()
    const { end } = readManifest(from, key)
    renameSync(join(folder, 'wal', end.wal), join(folder, 'aside'))
    await refused(folder, 'damaged', end.wal)
    renameSync(join(folder, 'aside'), join(folder, 'wal', end.wal))
    rmSync(join(folder, 'secrets', 'roles.json'))
    await refused(folder, 'damaged', 'roles.json')
  })

  it('目録が書き換えられている、ない、別の版のものなら断る', async () => {
    const folder = broken()
    const path = join(folder, 'manifest.json')
    const text = readFileSync(path, 'utf8')
    writeFileSync(path, text.replace(/"bytes": \d+/, '"bytes": 1'))
    await refused(folder, 'damaged', '目録')
    writeFileSync(path, '{')
    await refused(folder, 'damaged', '目録')
    rmSync(path)
    await refused(folder, 'no-backup', 'manifest.json')
    const manifest = JSON.parse(text)
    writeManifest(folder, { ...manifest, postgres: { ...manifest.postgres, major: 17 } }, key)
    await refused(folder, 'other-major', 'PostgreSQL 17')
    writeManifest(folder, { ...manifest, files: [{ ...manifest.files[0], path: 'pg/../../x' }] }, key)
    await refused(folder, 'damaged', '目録')
  })

  it('鍵がない、違う、要らないときは、そう言う', async () => {
    const other = join(keyFolder, 'other')
    createBackupKey(other)
    await refused(from, 'no-key', '--key-file', { key: null })
    await refused(from, 'wrong-key', '鍵が違います', { key: readBackupKey(other) })
    const { dataDir, superuser, paths } = source
    const plain = join(source.home, 'plain')
    await takeBackup({ dataDir, to: plain, superuser, key: null, headFile: paths.headFile, product: 'test' })
    await refused(plain, 'wrong-key', '暗号化されていません')
    expect((await restore(options({ from: plain, key: null, keyFile: null }))).rows).toBeGreaterThan(0)
    drop(copy)
  })
})

describe('戻す先', () => {
  it('空でないフォルダーと、動いているところには戻さない', async () => {
    const { dataDir } = source
    await expect(restore(options({ dataDir }))).rejects.toMatchObject({
      code: 'not-empty',
      message: expect.stringContaining('動いています'),
    })
    mkdirSync(copy)
    writeFileSync(join(copy, 'letter.txt'), '大切な手紙')
    await expect(restore(options())).rejects.toMatchObject({ code: 'not-empty' })
    expect(readFileSync(join(copy, 'letter.txt'), 'utf8')).toBe('大切な手紙')
    drop(copy)
  })

  it.each([400, 1500])(
    '始めて %d ミリ秒で殺されても、そこでは始まらず、もう一度戻せば済む',
    async (afterMs) => {
      const words = [
        'restore',
        from,
        '--data',
        copy,
        '--key-file',
        keyFile,
        '--wal-archive',
        source.walArchive,
      ]
      const child = spawn(meguri, words, { stdio: 'ignore' })
      const ended = once(child, 'exit')
      await sleep(afterMs)
      child.kill('SIGKILL')
      await ended
      if (existsSync(join(copy, 'restoring'))) {
        await expect(inCopy(copy, async () => 'opened')).rejects.toMatchObject({ code: 'half-restored' })
      }
      const { checked } = await restore(options({ walArchive: source.walArchive }))
      expect(checked).toMatchObject({ isSound: true })
      const there = await inCopy(copy, (database) => writtenIn(database.client('superuser')))
      expect([...quiet.before, ...quiet.after].filter(({ n }) => !there.has(n))).toEqual([])
      drop(copy)
    },
  )
})
