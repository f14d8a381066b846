import {
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Account } from './account.ts'
import type { Layout } from './layout.ts'

/** The kernel takes 107 bytes; the longest name in the folder is `/.s.PGSQL.5432.lock`. */
const longestPathBytes = 107 - '/.s.PGSQL.5432.lock'.length

/**
 * A folder of mode 0700 for the socket: `<data>/run` when its path is short, otherwise one of its own in the
 * system's temporary folder, whose name is kept in `<data>/run/socket`.
 */
export function socketFolder(layout: Layout, account: Account, longest: number = longestPathBytes): string {
  const beside = account.kind === 'dedicated' ? join(dirname(account.cluster), 'run') : layout.run
  if (Buffer.byteLength(beside) <= longest) {
    mkdirSync(beside, { recursive: true, mode: 0o700 })
    if (account.identity) chownSync(beside, account.identity.uid, account.identity.gid)
    return beside
  }
  const note = join(layout.run, 'socket')
  const known = existsSync(note) ? readFileSync(note, 'utf8').trim() : ''
  if (known && isOurs(known, account)) return known
  const made = mkdtempSync(join(tmpdir(), 'meguri-'))
  if (account.identity) chownSync(made, account.identity.uid, account.identity.gid)
  writeFileSync(note, `${made}\n`, { mode: 0o600 })
  return made
}

/** Anybody may make a name in the temporary folder: only a real folder of ours that nobody else enters will do. */
function isOurs(path: string, account: Account): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false })
  const uid = account.identity?.uid ?? process.getuid?.() ?? 0
  return found?.isDirectory() === true && found.uid === uid && (found.mode & 0o077) === 0
}
