import { join } from 'node:path'
import type pg from 'pg'
import { inject } from 'vitest'
import { isPrepared, prepare } from '../create.ts'
import { type Embedded, startEmbedded, superuserName } from '../embedded/index.ts'
import { throwawaySettings } from '../embedded/settings.ts'
import { migrate } from '../migrate.ts'
import type { Database } from '../open.ts'
import { LOGIN_ROLES, type LoginRole, type Role, roleName } from '../roles.ts'

const templateName = 'meguri_template'

export interface TestDatabase extends Database {
  name: string
}

/**
 * A real database of this worker, with roles and all migrations: cloned from a template that the first worker makes.
 * The same one for every test of the worker, so each test makes its own insurer and nothing is truncated.
 * It is removed with the whole cluster at the end of the run.
 */
export function testDatabase(): Promise<TestDatabase> {
  worker.meguriTestDatabase ??= create(`meguri_test_${process.pid}`)
  return worker.meguriTestDatabase
}

/** One for a test that looks at plans or at the whole: what other tests of the worker stored is not in it. */
export function ownDatabase(word: string): Promise<TestDatabase> {
  return create(`meguri_test_${process.pid}_${word}`)
}

// One per worker process: kept outside the module, which vitest may load anew for another file.
const worker: typeof globalThis & { meguriTestDatabase?: Promise<TestDatabase> } = globalThis

async function create(name: string): Promise<TestDatabase> {
  const dataDir = join(inject('testRunFolder'), 'data')
  const embedded = await startEmbedded(dataDir, { throwaway: true, settings: throwawaySettings })
  const passwords = await embedded.rolePasswords(LOGIN_ROLES)
  await embedded.keeper.alone(async () => {
    const isReady = await isPrepared((text, values) => embedded.keeper.query(text, values), templateName)
    if (!isReady) await makeTemplate(embedded, passwords)
    await embedded.keeper.query(`create database ${name} template ${templateName} strategy file_copy`)
    // What is said about a database itself (who may connect, its settings) is not copied.
    await prepare(access(embedded, passwords, 'postgres')('superuser'), passwords, name)
  })
  const client = access(embedded, passwords, name)
  // The keeper must not keep an idle worker alive: vitest ends it, and the watcher ends the cluster.
  embedded.keeper.unref()
  return {
    kind: 'embedded',
    name,
    serverVersion: 180_000,
    client,
    lost: embedded.keeper.lost,
    close: async () => {},
  }
}

function access(embedded: Embedded, passwords: Record<LoginRole, string>, database: string) {
  const address = { host: embedded.host, port: embedded.port, database }
  return (role: Role): pg.ClientConfig =>
    role === 'superuser'
      ? { ...address, user: superuserName, password: embedded.superuserPassword }
      : { ...address, user: roleName(role), password: passwords[role] }
}

/** Migrated under another name first: the mark says "complete", and must not be there for half of it. */
async function makeTemplate(embedded: Embedded, passwords: Record<LoginRole, string>): Promise<void> {
  const half = `${templateName}_half`
  const of = (database: string) => access(embedded, passwords, database)
  await embedded.keeper.query(`drop database if exists ${half} with (force)`)
  await prepare(of('postgres')('superuser'), passwords, half)
  await migrate(of(half)('owner'))
  await embedded.keeper.query(`alter database ${half} rename to ${templateName}`)
}
