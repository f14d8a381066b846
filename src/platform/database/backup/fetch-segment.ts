/*
 Run by PostgreSQL while it recovers (restore_command): <name> <target> <key file or nothing> <folder>…
 Ends with 0: there it is · 1: no folder has it, so the WAL ends here · 200: it is there and damaged, so recovery must stop
 rather than take this for the end.
*/
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { readBackupKey } from './key.ts'
import { fileAt, isPlain, unseal } from './sealed-file.ts'

const [name = '', target = '', keyFile = '', ...folders] = process.argv.slice(2)
const found = folders.map((folder) => join(folder, name)).find((path) => existsSync(path))

if (found === undefined) {
  process.exitCode = 1
} else {
  try {
    const key = keyFile === '' ? null : readBackupKey(keyFile)
    if (isPlain(found) !== (key === null)) {
      throw new Error(key ? '暗号化されていません' : '暗号化されています')
    }
    rmSync(target, { force: true })
    await unseal(found, fileAt(target), { key, name: nameIn(found) })
  } catch (error) {
    console.error(`WAL ${found} を読めません(${error instanceof Error ? error.message : error})`)
    process.exitCode = 200
  }
}

/** Sealed under its path in a backup, under its bare name in an archive. */
function nameIn(path: string): string {
  return path.split('/').at(-2) === 'wal' ? `wal/${name}` : name
}
