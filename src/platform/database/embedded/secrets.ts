import { randomBytes } from 'node:crypto'
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import type { Layout } from './layout.ts'

/** 256 bits, in letters that need no quoting anywhere. */
export const generatePassword = () => randomBytes(32).toString('base64url')

/** Writes a file of mode 0600 that is either wholly there after a crash or not at all. */
export function writeSecret(path: string, content: string, owner?: { uid: number; gid: number }): void {
  const fresh = `${path}.new`
  const file = openSync(fresh, 'w', 0o600)
  writeSync(file, content)
  fsyncSync(file)
  closeSync(file)
  if (owner && process.getuid?.() === 0) chownSync(fresh, owner.uid, owner.gid)
  renameSync(fresh, path)
  syncFolder(dirname(path))
}

/** A rename or a new name is only durable once its folder is. */
export function syncFolder(path: string): void {
  const folder = openSync(path, 'r')
  fsyncSync(folder)
  closeSync(folder)
}

const superuserFile = (layout: Layout) => join(layout.secrets, 'superuser')

/** @returns the superuser's password, or null when none was ever stored */
export function readSuperuserPassword(layout: Layout): string | null {
  const path = superuserFile(layout)
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : null
}

export function createSuperuserPassword(layout: Layout): string {
  const password = generatePassword()
  writeSecret(superuserFile(layout), `${password}\n`, layout.owner)
  return password
}

/**
 * The passwords of the login roles, one generated for each name that has none yet (`<data>/secrets/roles.json`).
 * Call it under the start lock: two processes must not generate two.
 */
export function rolePasswords<Name extends string>(
  layout: Layout,
  names: readonly Name[],
): Record<Name, string> {
  const path = join(layout.secrets, 'roles.json')
  const stored: Record<string, string> = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
  const complete = { ...stored }
  for (const name of names) complete[name] ??= generatePassword()
  if (Object.keys(complete).length > Object.keys(stored).length) {
    writeSecret(path, `${JSON.stringify(complete, null, 2)}\n`, layout.owner)
  }
  return complete as Record<Name, string>
}
