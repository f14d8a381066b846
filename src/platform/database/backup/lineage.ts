import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeSecret } from '../embedded/secrets.ts'

/**
 * One life of a cluster, named at random; its WAL lies in a folder of that name in the archive. A restored copy begins a
 * new life, so that neither a rehearsal nor the real thing ever writes among the WAL of the one it came from.
 */
const fileOf = (cluster: string) => join(cluster, 'meguri-lineage')

export function readLineage(cluster: string): string | null {
  const path = fileOf(cluster)
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : null
}

export function ensureLineage(cluster: string, owner?: { uid: number; gid: number }): string {
  const known = readLineage(cluster)
  if (known && /^[0-9a-f]{16}$/.test(known)) return known
  const made = randomBytes(8).toString('hex')
  writeSecret(fileOf(cluster), `${made}\n`, owner)
  return made
}
