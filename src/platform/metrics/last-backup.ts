import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Where `bin/meguri backup` notes, in the data folder, when it last ended well: `{ "at": "<ISO time>" }`. */
export const lastBackupFile = (dataDir: string): string => join(dataDir, 'run', 'last-backup.json')

/** null: no backup was made from this data folder, or the note cannot be read */
export function lastBackup(dataDir: string): Date | null {
  try {
    const at = new Date(JSON.parse(readFileSync(lastBackupFile(dataDir), 'utf8')).at)
    return Number.isNaN(at.getTime()) ? null : at
  } catch {
    return null
  }
}

/** Renamed into place: whoever reads the metrics meanwhile sees the old one or the new one. */
export function noteBackup(dataDir: string, at: string): void {
  const file = lastBackupFile(dataDir)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.new`, JSON.stringify({ at }))
  renameSync(`${file}.new`, file)
}
