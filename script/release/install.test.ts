import { execFileSync, spawnSync } from 'node:child_process'
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { checksums, newKey, seal } from './seal.ts'

let home: string
let bundle: string
let to: string
let fingerprint: string
let round = 0

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'meguri-install 甲-'))
  newKey(join(home, 'key.pem'))
  newKey(join(home, 'other.pem'))
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

/** A small bundle in the true form: real archive, real checksums, real signature. */
async function aBundle(folder: string, release: string, key = 'key.pem', manifest?: string): Promise<string> {
  const tree = join(home, `tree-${round}`)
  rmSync(tree, { recursive: true, force: true })
  mkdirSync(join(tree, 'bin'), { recursive: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(tree, 'bin/meguri'), `#!/bin/sh\necho ${release}\n`, { mode: 0o755 })
  writeFileSync(join(tree, '町の名.txt'), 'めぐり市\n')
  writeFileSync(join(tree, 'MANIFEST.sha256'), manifest ?? (await checksums(tree)))
  execFileSync('tar', ['-czf', join(folder, 'meguri.tar.gz'), '-C', tree, '.'])
  writeFileSync(join(folder, 'release.json'), `${JSON.stringify({ release }, null, 1)}\n`)
  copyFileSync(join(import.meta.dirname, 'install.sh'), join(folder, 'install.sh'))
  return (await seal(folder, join(home, key))).fingerprint
}

beforeEach(async () => {
  round += 1
  bundle = join(home, `bundle ${round}`)
  to = join(home, `opt ${round}`)
  fingerprint = await aBundle(bundle, '0.1.0+aaa')
})

function install(from: string, ...words: string[]) {
  const { status, stdout, stderr } = spawnSync('sh', [join(from, 'install.sh'), '--to', to, ...words], {
    encoding: 'utf8',
    cwd: '/',
  })
  return { status, said: stdout + stderr }
}
const refusal = (reason: string) => ({ status: 1, said: expect.stringContaining(reason) })
const isInstalled = () => existsSync(join(to, 'current'))

describe('配布物を入れる', () => {
  it('署名とチェックサムを確かめて入れ、current が指す', () => {
    expect(install(bundle, '--fingerprint', fingerprint)).toMatchObject({ status: 0 })
    expect(readlinkSync(join(to, 'current'))).toBe('releases/0.1.0+aaa')
    expect(execFileSync(join(to, 'current/bin/meguri'), { encoding: 'utf8' }).trim()).toBe('0.1.0+aaa')
  })

  it('前に受け取った公開鍵でも入れられる', () => {
    copyFileSync(join(bundle, 'publisher.pub'), join(home, 'kept.pub'))
    expect(install(bundle, '--key', join(home, 'kept.pub'))).toMatchObject({ status: 0 })
  })

  it('新しい版は隣に入り、前の版は残る。同じ版を二度は入れない', async () => {
    install(bundle, '--fingerprint', fingerprint)
    const next = join(home, `next ${round}`)
    await aBundle(next, '0.2.0+bbb')
    const { status, said } = install(next, '--fingerprint', fingerprint)
    expect([status, said.includes('releases/0.1.0+aaa に残っています')]).toEqual([0, true])
    expect(readlinkSync(join(to, 'current'))).toBe('releases/0.2.0+bbb')
    expect(existsSync(join(to, 'releases/0.1.0+aaa/bin/meguri'))).toBe(true)
    expect(install(next, '--fingerprint', fingerprint)).toEqual(refusal('もう'))
  })

  it('--check は確かめるだけで、何も入れない', () => {
    expect(install(bundle, '--check', '--fingerprint', fingerprint)).toMatchObject({ status: 0 })
    expect(isInstalled()).toBe(false)
  })

  it('openssl が古いか無くても、Node.js で確かめられる', () => {
    const tools = join(home, 'tools')
    mkdirSync(tools, { recursive: true })
    writeFileSync(join(tools, 'openssl'), '#!/bin/sh\necho "OpenSSL 1.1.1"\n', { mode: 0o755 })
    const run = (from: string) =>
      spawnSync('sh', [join(from, 'install.sh'), '--check', '--fingerprint', fingerprint], {
        env: { ...process.env, PATH: `${tools}:${join(process.execPath, '..')}:${process.env.PATH}` },
      }).status
    expect(run(bundle)).toBe(0)
    writeFileSync(join(bundle, 'SHA256SUMS.sig'), Buffer.alloc(64, 1))
    expect(run(bundle)).toBe(1)
  })
})

describe('入れない', () => {
  it.each([
    ['中身が1文字違う', () => appendFileSync(join(bundle, 'meguri.tar.gz'), 'x'), '配布物が壊れています'],
    ['一部が欠けている', () => rmSync(join(bundle, 'release.json')), '配布物が壊れています'],
    ['一覧が書き換えられた', () => appendFileSync(join(bundle, 'SHA256SUMS'), '\n'), '署名が合いません'],
    ['署名が違う', () => writeFileSync(join(bundle, 'SHA256SUMS.sig'), Buffer.alloc(64)), '署名が合いません'],
    ['署名が空', () => writeFileSync(join(bundle, 'SHA256SUMS.sig'), ''), '署名が合いません'],
    ['署名がない', () => rmSync(join(bundle, 'SHA256SUMS.sig')), '署名が合いません'],
    [
      '署名のないファイルが混じる',
      () => writeFileSync(join(bundle, 'extra.sh'), ''),
      '署名されていないファイル',
    ],
  ])('%s', (_, damage, reason) => {
    damage()
    expect(install(bundle, '--fingerprint', fingerprint)).toEqual(refusal(reason))
    expect(isInstalled()).toBe(false)
  })

  it('ほかの人が丸ごと作り直したものは、指紋で断る', async () => {
    rmSync(bundle, { recursive: true })
    await aBundle(bundle, '0.1.0+evil', 'other.pem')
    expect(install(bundle, '--fingerprint', fingerprint)).toEqual(refusal('指紋が、指定されたものと違います'))
    copyFileSync(join(bundle, 'publisher.pub'), join(home, 'evil.pub'))
    const honest = join(home, `honest ${round}`)
    await aBundle(honest, '0.1.0+aaa')
    expect(install(bundle, '--key', join(honest, 'publisher.pub'))).toEqual(refusal('署名が合いません'))
  })

  it('だれの署名を信じるかを言わなければ断り、指紋を見せる', () => {
    const { status, said } = install(bundle)
    expect([status, said.includes(fingerprint)]).toEqual([1, true])
  })

  it('署名は正しくても、広げたものが一覧と違えば、半端なものを残さない', async () => {
    rmSync(bundle, { recursive: true })
    await aBundle(bundle, '0.1.0+aaa', 'key.pem', `${'0'.repeat(64)}  bin/meguri\n`)
    expect(install(bundle, '--fingerprint', fingerprint)).toEqual(refusal('配布物の中身と違います'))
    expect([isInstalled(), existsSync(join(to, 'releases/0.1.0+aaa.half'))]).toEqual([false, false])
  })

  it('知らない言葉、値のない言葉', () => {
    expect(install(bundle, '--force')).toEqual(refusal('--force'))
    expect(install(bundle, '--key')).toEqual(refusal('値がありません'))
  })
})

it('発行元の鍵は持ち主だけが読め、上書きされず、Ed25519 でなければ断る', async () => {
  const file = join(home, 'key.pem')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(() => newKey(file)).toThrow('EEXIST')
  execFileSync('openssl', ['genpkey', '-algorithm', 'RSA', '-out', join(home, 'rsa.pem')], {
    stdio: 'ignore',
  })
  await expect(seal(bundle, join(home, 'rsa.pem'))).rejects.toThrow('Ed25519')
  expect(readFileSync(join(bundle, 'SHA256SUMS'), 'utf8')).not.toContain('SHA256SUMS')
})
