import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import manifest from '../../../package.json' with { type: 'json' }

const root = join(import.meta.dirname, '..', '..', '..')

/** Which release runs: an installation from the bundle knows its commit, a working copy says "unknown". */
export function buildInfo(serverVersion: number) {
  const file = join(root, 'release.json')
  const release: { commit?: string } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  return {
    version: manifest.version,
    commit: release.commit ?? 'unknown',
    node: process.versions.node,
    postgresql: `${Math.floor(serverVersion / 10_000)}.${serverVersion % 10_000}`,
  }
}
