import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CLOSED, canClose } from '../closed-network.ts'

/** Does with a bundle what an operator does, where only this machine can be reached. @returns whether all went as it must */
export function tryBundle(folder: string, fingerprint: string): boolean {
  if (!canClose()) {
    console.error('the network cannot be closed here (unshare is refused): not tried')
    return false
  }
  const scratch = mkdtempSync(join(tmpdir(), 'meguri-bundle-'))
  const to = join(scratch, 'opt')
  const closed = (...words: string[]) => {
    const { status, stdout, stderr } = spawnSync(CLOSED, words, {
      encoding: 'utf8',
      cwd: '/',
      env: { PATH: '/usr/bin:/bin:/usr/sbin:/sbin' },
    })
    return { status, said: `${stdout}${stderr}`.trim() }
  }
  const install = (from: string) =>
    closed('sh', join(from, 'install.sh'), '--fingerprint', fingerprint, '--to', to)
  let isGood = true
  const expect = (what: string, isMet: boolean, said: string) => {
    isGood &&= isMet
    console.log(`${isMet ? 'ok  ' : 'FAIL'}  ${what}${isMet ? '' : `\n${said}`}`)
  }
  try {
    const damaged = copyOf(folder, join(scratch, 'damaged'), 'meguri.tar.gz')
    const refused = install(damaged)
    expect(
      'one changed byte in the archive is refused',
      refused.status === 1 && refused.said.includes('壊れています'),
      refused.said,
    )
    const forged = install(copyOf(folder, join(scratch, 'forged'), 'SHA256SUMS'))
    expect(
      'a changed list is refused',
      forged.status === 1 && forged.said.includes('署名が合いません'),
      forged.said,
    )
    const begun = performance.now()
    const installed = install(folder)
    const seconds = ((performance.now() - begun) / 1000).toFixed(1)
    expect(`installed with the network closed (${seconds} s)`, installed.status === 0, installed.said)
    const root = join(to, 'current')
    const walk = join(import.meta.dirname, 'walk-installation.ts')
    const walked = closed(join(root, 'node_modules/.bin/node'), walk, root, join(scratch, 'data'), '8951')
    const wanted =
      '{"doctor":true,"page":200,"script":true,"signIn":200,"session":200,"metrics":true,"audit":true,"outsideAttempts":0}'
    expect(
      'doctor, administrator, first page, signing in, metrics, audit; nobody called outside',
      walked.said === wanted,
      walked.said,
    )
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
  return isGood
}

/** The same files but for one changed byte in the middle of one of them. */
function copyOf(folder: string, copy: string, changed: string): string {
  mkdirSync(copy)
  for (const file of readdirSync(folder)) {
    if (file === changed) {
      const bytes = readFileSync(join(folder, file))
      const middle = bytes.length >> 1
      bytes[middle] = bytes[middle]! ^ 1
      writeFileSync(join(copy, file), bytes)
    } else copyOrLink(join(folder, file), join(copy, file))
  }
  return copy
}

function copyOrLink(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch {
    copyFileSync(from, to)
  }
}
