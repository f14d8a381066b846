/*
 Run by PostgreSQL for each finished WAL segment (archive_command): <segment> <archive> <key file or nothing>
 Ends with 0 only when the segment lies durably in the archive. Imports as little as it can: it runs every 16 MB.
*/
import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { Writable } from 'node:stream'
import { syncFolder } from '../embedded/secrets.ts'
import { readBackupKey } from './key.ts'
import { hashOf, seal, unseal } from './sealed-file.ts'

const [segment = '', archive = '', keyFile = ''] = process.argv.slice(2)
const name = basename(segment)

async function store(): Promise<void> {
  const key = keyFile === '' ? null : readBackupKey(keyFile)
  const target = join(archive, name)
  // Asked again after a crash between storing and noting it: the same bytes are fine, others never replace what is there.
  if (existsSync(target)) {
    if ((await plainHash(target, key)) === (await hashOf(segment))) return
    throw new Error(
      `${target} には、別の内容がすでにあります。ほかのデータベースと同じフォルダーを使っていないか確かめてください`,
    )
  }
  mkdirSync(archive, { recursive: true, mode: 0o700 })
  const half = join(archive, `.${name}.new`)
  rmSync(half, { force: true })
  await seal(createReadStream(segment), half, { key, name })
  syncFile(half)
  renameSync(half, target)
  syncFolder(archive)
}

function syncFile(path: string): void {
  const file = openSync(path, 'r')
  fsyncSync(file)
  closeSync(file)
}

async function plainHash(path: string, key: ReturnType<typeof readBackupKey> | null): Promise<string> {
  const { createHash } = await import('node:crypto')
  const hash = createHash('sha256')
  const sink = new Writable({
    write(chunk, _encoding, done) {
      hash.update(chunk)
      done()
    },
  })
  await unseal(path, sink, { key, name })
  return hash.digest('hex')
}

try {
  await store()
} catch (error) {
  console.error(
    `WAL ${name} を ${archive} に保管できません(${error instanceof Error ? error.message : error})`,
  )
  process.exitCode = 1
}
