import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { damaged } from './copy-back.ts'
import type { Manifest } from './manifest.ts'
import { fourAtATime, progress, type Say } from './progress.ts'
import { hashOf } from './sealed-file.ts'

/** Reads every stored file and compares it with the manifest; needs no key. @throws BackupError damaged */
export async function checkBackup(folder: string, manifest: Manifest, say: Say = () => {}): Promise<void> {
  const bar = progress('確かめています', manifest.totals.bytes, say)
  await fourAtATime(manifest.files, async ({ path, bytes, sha256 }) => {
    const file = join(folder, path)
    if (!existsSync(file)) throw damaged(folder, path, 'ありません')
    if (statSync(file).size !== bytes || (await hashOf(file)) !== sha256) {
      throw damaged(folder, path, '取ったときのものと違います')
    }
    bar.add(bytes)
  })
}
