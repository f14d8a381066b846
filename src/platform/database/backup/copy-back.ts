import type { KeyObject } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Account } from '../embedded/account.ts'
import type { Layout } from '../embedded/layout.ts'
import { emptiedFolders } from './cluster-files.ts'
import { BackupError, explainDisk } from './error.ts'
import type { Manifest, ManifestFile } from './manifest.ts'
import { fourAtATime, progress, type Say } from './progress.ts'
import { fileAt, unseal } from './sealed-file.ts'

/** Puts every file of a backup into its place, checked against the manifest on the way. @throws BackupError damaged */
export async function copyBack(
  from: string,
  manifest: Manifest,
  layout: Layout,
  account: Account,
  { key, say = () => {} }: { key: KeyObject | null; say?: Say },
): Promise<void> {
  const files = manifest.files.filter(({ path }) => !path.startsWith('wal/'))
  const bar = progress('戻しています', sum(files), say)
  const inCluster = (path: string) => path.startsWith('pg/')
  const placeOf = (path: string) =>
    inCluster(path) ? join(account.cluster, path.slice('pg/'.length)) : join(layout.dataDir, path)
  const ownerOf = (path: string) =>
    process.getuid?.() !== 0 ? undefined : inCluster(path) ? account.identity : layout.owner
  const made = new Set<string>()
  const folder = (path: string, of: string) => {
    if (made.has(path)) return
    if (!existsSync(path)) {
      folder(dirname(path), of)
      mkdirSync(path, { mode: 0o700 })
      own(path, ownerOf(of))
    }
    made.add(path)
  }
  for (const name of emptiedFolders) folder(join(account.cluster, name), 'pg/')
  await fourAtATime(files, async (file) => {
    const target = placeOf(file.path)
    folder(dirname(target), file.path)
    await copyOne(from, file, target, key, layout.dataDir)
    own(target, ownerOf(file.path))
    bar.add(file.plainBytes)
  })
  const signal = join(account.cluster, 'recovery.signal')
  writeFileSync(signal, '', { mode: 0o600 })
  own(signal, ownerOf('pg/'))
  chmodSync(account.cluster, 0o700)
}

async function copyOne(
  from: string,
  file: ManifestFile,
  target: string,
  key: KeyObject | null,
  dataDir: string,
): Promise<void> {
  const path = join(from, file.path)
  if (!existsSync(path)) throw damaged(from, file.path, 'ありません')
  try {
    const found = await unseal(path, fileAt(target), { key, name: file.path })
    if (found.sha256 === file.sha256 && found.plainBytes === file.plainBytes) return
  } catch (error) {
    const said = explainDisk(error, dataDir)
    if (said instanceof BackupError) throw said
    if (isOfSystem(error)) throw error
  }
  throw damaged(from, file.path, '取ったときのものと違います')
}

/** Not readable, not writable: a fault of the machine, not of the copy. Broken zstd and wrong tags have no errno. */
const isOfSystem = (error: unknown) => error instanceof Error && 'syscall' in error

export function damaged(from: string, path: string, what: string): BackupError {
  return new BackupError(
    'damaged',
    `バックアップが壊れています。${from} の ${path} が${what}。何も戻していません。別のバックアップを使ってください。`,
  )
}

function own(path: string, owner: { uid: number; gid: number } | undefined): void {
  if (owner) chownSync(path, owner.uid, owner.gid)
}

const sum = (files: ManifestFile[]) => files.reduce((total, { plainBytes }) => total + plainBytes, 0)
