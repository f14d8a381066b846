import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { Actor } from '../src/platform/access/index.ts'
import { mayRole } from '../src/platform/access/index.ts'
import { findMigrations } from '../src/platform/database/migrate.ts'
import { findAreas } from '../src/platform/http/find-areas.ts'
import { sessionCookie } from '../src/platform/identity/cookie.ts'
import { loadSession } from '../src/platform/identity/session-store.ts'
import { openStore } from '../src/platform/identity/store.ts'
import { sessionFor } from '../src/platform/identity/testing/session-for.ts'
import { shiftedClock } from './clock.ts'
import { DATA, type Product } from './processes.ts'

const REPOSITORY = join(import.meta.dirname, '..')

/** Checksums of the migrations by name. */
const migrationsNow = (): Record<string, string> =>
  Object.fromEntries(findMigrations().map(({ name, checksum }) => [name, checksum]))

/**
 * A data folder that is made once and used again; a file beside it says how it was made. Made anew when a migration that it
 * stands on was edited since; new migrations are applied when the product starts.
 */
export async function folder<Made extends object>(
  name: string,
  make: (dataDir: string) => Promise<Made>,
): Promise<{ dataDir: string; made: Made }> {
  const dataDir = join(DATA, name)
  const ready = join(DATA, `${name}.json`)
  const migrations = migrationsNow()
  if (existsSync(ready)) {
    const stored = JSON.parse(readFileSync(ready, 'utf8')) as {
      made: Made
      migrations: Record<string, string>
    }
    if (Object.entries(stored.migrations).every(([of, sum]) => migrations[of] === sum))
      return { dataDir, made: stored.made }
  }
  for (const rest of [ready, dataDir, `${dataDir}-audit`]) rmSync(rest, { recursive: true, force: true })
  mkdirSync(DATA, { recursive: true })
  console.log(`  making the data folder ${name}; this takes some minutes, once`)
  const made = await make(dataDir)
  writeFileSync(ready, `${JSON.stringify({ made, migrations })}\n`)
  return { dataDir, made }
}

/** Runs a command of the product to its end. @returns seconds it took */
export function runCommand(words: string[]): Promise<number> {
  const begun = performance.now()
  return new Promise((resolve, reject) => {
    const child = spawn(join(REPOSITORY, 'bin', 'meguri'), words, { stdio: ['ignore', 'ignore', 'inherit'] })
    child.on('error', reject)
    child.on('exit', (code) =>
      code === 0
        ? resolve((performance.now() - begun) / 1000)
        : reject(new Error(`meguri ${words[0]} ended with ${code}`)),
    )
  })
}

/** The whole sample: 120,000 people aged 65 and over, a million records. */
export const scaleOne = () =>
  folder('scale-1', async (dataDir) => ({
    seconds: await runCommand(['demo', '--scale', '1', '--data', dataDir]),
  }))

export interface User {
  cookie: string
  actor: Actor
}

/** A session for every member of staff of the largest insurer who holds a post on the day. */
export async function usersOf({ clients, secret, clockShift }: Product): Promise<User[]> {
  const clock = shiftedClock(clockShift)
  const today = clock.today().toString()
  const posts = await query<{ insurerId: number; staffId: string; postId: string }>(
    clients.superuser,
    `select distinct on (staff_id) insurer_id as "insurerId", staff_id as "staffId", id as "postId" from registers.post
      where valid_from <= $1 and (valid_to is null or valid_to >= $1)
        and insurer_id = (select insurer_id from registers.staff group by 1 order by count(*) desc limit 1)
      order by staff_id, valid_from desc`,
    [today],
  )
  const store = openStore(clients.identity)
  const { tokenOf } = sessionCookie(secret, false)
  const users: User[] = []
  for (const post of posts) {
    const cookie = await sessionFor(clients.identity, { ...post, clock, secret })
    const actor = (await loadSession(store, tokenOf(cookie)!, today))?.actor
    if (actor) users.push({ cookie, actor })
  }
  await store.pool.end()
  return users
}

/** Those whose role has the right, and for a centre also a centre. @throws when nobody has it: then nothing would be measured */
export async function havingRight(users: readonly User[], right: string): Promise<User[]> {
  await findAreas() // their policies say what a role may
  const found = users.filter(({ actor }) => mayRole(actor.role, right))
  if (found.length === 0) throw new Error(`nobody has the right ${right}`)
  return found
}

export async function query<Row extends pg.QueryResultRow>(
  config: pg.ClientConfig,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    return (await client.query<Row>(text, values)).rows
  } finally {
    await client.end()
  }
}

export interface Reader extends User {
  /** ids of people in their reach */
  people: string[]
}

/** Every user with living people of their own; who reaches nobody (a post without a district) is left out. */
export async function withPeople(
  { clients }: Product,
  users: readonly User[],
  each: number,
): Promise<Reader[]> {
  const readers: Reader[] = []
  for (const user of users) {
    const { insurerId, staffId, organisationId, reach, centreIds } = user.actor
    const found = await query<{ id: string }>(
      clients.superuser,
      `select id from casework.person where insurer_id = $1 and merged_into is null and not is_locked
          and died_on is null and moved_out_on is null and ($4 = 'insurer'
          or centre_id = any ($5::uuid[]) or id in (select person_id from platform.person_access where insurer_id = $1
            and holder_id = any ($6::uuid[]) and valid_to is null))
        order by md5(id::text || $2) limit $3`,
      [insurerId, staffId, each, reach, centreIds, [staffId, organisationId]],
    )
    if (found.length > 0) readers.push({ ...user, people: found.map(({ id }) => id) })
  }
  if (readers.length === 0) throw new Error('nobody of the sample reaches anybody')
  return readers
}
