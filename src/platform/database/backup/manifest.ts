import { createHash, createHmac, type KeyObject } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { postgresMajor } from '../embedded/binaries.ts'
import { writeSecret } from '../embedded/secrets.ts'
import { BackupError } from './error.ts'
import { nameOfKey } from './key.ts'

const FORMAT = 1
const FILE = 'manifest.json'
const CHECK = 'manifest.check'

const place = z.object({
  lsn: z.string(),
  /** the WAL segment that holds it */
  wal: z.string().regex(/^[0-9A-F]{24}$/),
  at: z.string(),
})
const shape = z.object({
  format: z.literal(FORMAT),
  product: z.string(),
  postgres: z.object({ major: z.number(), version: z.string(), systemIdentifier: z.string() }),
  /** The folder of this cluster in a WAL archive; null when it was never archived. */
  lineage: z.string().nullable(),
  begin: place,
  /** From here on the copy is whole. */
  end: place,
  encryption: z.object({ cipher: z.literal('aes-256-gcm'), key: z.string() }).nullable(),
  migrations: z.object({ count: z.number(), last: z.string().nullable() }),
  /** Path below the backup; the first folder says where it goes: pg, wal, secrets, audit. */
  files: z.array(
    z.object({
      path: z.string().regex(/^(pg|wal|secrets|audit)\/[^\0]+$/),
      plainBytes: z.number(),
      bytes: z.number(),
      sha256: z.string(),
    }),
  ),
  totals: z.object({ files: z.number(), plainBytes: z.number(), bytes: z.number() }),
})
export type Manifest = z.infer<typeof shape>
export type ManifestFile = Manifest['files'][number]

/** The last file of a backup: without it a folder is none. With a key its check is an HMAC, without one a SHA-256. */
export function writeManifest(folder: string, manifest: Manifest, key: KeyObject | null): void {
  const text = `${JSON.stringify(manifest, null, 1)}\n`
  writeSecret(join(folder, CHECK), `${checkOf(text, key)}\n`)
  writeSecret(join(folder, FILE), text)
}

/** @throws BackupError no-backup, damaged, other-format, other-major, no-key, wrong-key */
export function readManifest(folder: string, key: KeyObject | null): Manifest {
  const path = join(folder, FILE)
  if (!existsSync(path)) {
    throw new BackupError(
      'no-backup',
      `${folder} はバックアップではありません(${FILE} がありません)。bin/meguri backup が作ったフォルダーを指定してください。`,
    )
  }
  const text = readFileSync(path, 'utf8')
  const found = parsed(text)
  if (found?.format !== undefined && found.format !== FORMAT) {
    throw new BackupError('other-format', `${folder} は、この版の Meguri が知らない形のバックアップです。`)
  }
  if (found) checkKey(folder, found.encryption?.key ?? null, key)
  const check = existsSync(join(folder, CHECK)) ? readFileSync(join(folder, CHECK), 'utf8').trim() : ''
  const result = shape.safeParse(found)
  const isInside = result.success && result.data.files.every(({ path }) => !path.split('/').includes('..'))
  if (!result.success || !isInside || check !== checkOf(text, found?.encryption ? key : null)) {
    throw new BackupError(
      'damaged',
      `${folder} の目録(${FILE})が壊れているか、書き換えられています。別のバックアップを使ってください。`,
    )
  }
  const { major } = result.data.postgres
  if (major === postgresMajor) return result.data
  throw new BackupError(
    'other-major',
    `${folder} は PostgreSQL ${major} のバックアップで、この版の PostgreSQL ${postgresMajor} には戻せません。` +
      `取ったときの版(Meguri ${result.data.product})で戻してください。`,
  )
}

function checkKey(folder: string, wanted: string | null, key: KeyObject | null): void {
  if (wanted === null && key === null) return
  if (wanted === null) {
    throw new BackupError(
      'wrong-key',
      `${folder} は暗号化されていません。鍵で作ったものなら、すり替えられています。そうでなければ、鍵を付けずにもう一度実行してください。`,
    )
  }
  if (key === null) {
    throw new BackupError('no-key', `${folder} は暗号化されています。--key-file で鍵を指定してください。`)
  }
  if (nameOfKey(key) === wanted) return
  throw new BackupError('wrong-key', `鍵が違います。${folder} は、${wanted} という鍵で暗号化されています。`)
}

const checkOf = (text: string, key: KeyObject | null) =>
  (key ? createHmac('sha256', key) : createHash('sha256')).update(text).digest('hex')

/** As much as the questions before the check need; whether the rest is right, the shape says. */
function parsed(text: string): { format?: unknown; encryption?: { key?: string } | null } | null {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
