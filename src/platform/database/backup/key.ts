import { createHash, createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { writeSecret } from '../embedded/secrets.ts'
import { BackupError } from './error.ts'

/** The key that encrypts backups and the WAL archive: 32 random bytes, written as 64 hex digits. */
export function readBackupKey(file: string): KeyObject {
  if (!existsSync(file)) {
    throw new BackupError(
      'no-key',
      `バックアップの鍵のファイル ${file} がありません。控えから戻すか、bin/meguri backup key で作ってください。`,
    )
  }
  const text = readFileSync(file, 'utf8').trim()
  if (!/^[0-9a-f]{64}$/.test(text)) {
    throw new BackupError('key-broken', `${file} はバックアップの鍵ではありません(16進64文字)。`)
  }
  return createSecretKey(Buffer.from(text, 'hex'))
}

export function createBackupKey(file: string): void {
  if (existsSync(file)) {
    throw new BackupError('not-empty', `${file} はすでにあります。鍵は上書きしません。`)
  }
  writeSecret(file, `${randomBytes(32).toString('hex')}\n`)
}

/** Says which key it was without telling anything about it. */
export function nameOfKey(key: KeyObject): string {
  return createHash('sha256').update('meguri backup key\0').update(key.export()).digest('hex').slice(0, 12)
}
