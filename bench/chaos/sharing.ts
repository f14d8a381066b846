import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A data folder for a further machine on one database: the same secrets and no cluster, as docs/operations.md says.
 * @param first the folder whose secrets are shared. @returns the new folder
 */
export function sharing(first: string, name: string): string {
  const place = `${first}-${name}`
  for (const folder of [place, `${place}-audit`]) rmSync(folder, { recursive: true, force: true })
  mkdirSync(place, { mode: 0o700 })
  cpSync(join(first, 'secrets'), join(place, 'secrets'), { recursive: true })
  return place
}
