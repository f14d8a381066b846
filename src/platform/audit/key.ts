import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import {
  chownSync,
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { AuditError } from './error.ts'

/** Reads the sealing key: 32 random bytes, written as 64 hex digits. @throws AuditError key-missing, key-broken */
export function readAuditKey(file: string): KeyObject {
  let text: string
  try {
    text = readFileSync(file, 'utf8').trim()
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error
    throw new AuditError(
      'key-missing',
      `監査記録の鍵がありません（${file}）。控えの鍵をこの場所に戻すか、環境変数 MEGURI_AUDIT_KEY_FILE で場所を示してください。`,
    )
  }
  if (!/^[0-9a-f]{64}$/.test(text)) {
    throw new AuditError(
      'key-broken',
      `監査記録の鍵が壊れています（${file}）。16進64文字の鍵を控えから戻してください。`,
    )
  }
  return createSecretKey(Buffer.from(text, 'hex'))
}

/** Reads the key, made when missing: mode 0600, durable, and never over one that another process just made. */
export function auditKey(file: string): KeyObject {
  try {
    return readAuditKey(file)
  } catch (error) {
    if (!(error instanceof AuditError) || error.code !== 'key-missing') throw error
  }
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const fresh = `${file}.${process.pid}.new`
  writeDurably(fresh, `${randomBytes(32).toString('hex')}\n`)
  try {
    linkSync(fresh, file)
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
  } finally {
    unlinkSync(fresh)
  }
  syncPath(dirname(file))
  return readAuditKey(file)
}

function writeDurably(file: string, content: string): void {
  const handle = openSync(file, 'w', 0o600)
  try {
    writeSync(handle, content)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  // under sudo the key belongs to whoever owns the folder, like the other secrets
  const { uid, gid } = statSync(dirname(file))
  if (process.getuid?.() === 0) chownSync(file, uid, gid)
}

function syncPath(path: string): void {
  const handle = openSync(path, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

const isCode = (error: unknown, code: string) =>
  error instanceof Error && (error as NodeJS.ErrnoException).code === code
