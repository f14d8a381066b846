import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { findMigrations, migrate } from './migrate.ts'
import { catalogueText } from './testing/catalogue-text.ts'
import { testDatabase } from './testing/database.ts'

vi.setConfig({ testTimeout: 600_000 })

const NAME = `meguri_interrupted_${process.pid}`
/** The same migrations without a cut: other tests' databases hold the queue's own tables as well. */
const WHOLE = `meguri_uninterrupted_${process.pid}`
const extensions = `
  create extension pg_trgm with schema public; create extension btree_gist with schema public;
  grant usage on schema public to meguri_owner, meguri_doors, meguri_app, meguri_audit, meguri_identity, meguri_jobs,
    meguri_reference, meguri_readonly;`
let superuser: pg.ClientConfig
let owner: pg.ClientConfig
/** The product's migrations alone: the whole of src is listed at each start otherwise. */
let root: string

async function asClient<T>(config: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

beforeAll(async () => {
  const shared = await testDatabase()
  superuser = shared.client('superuser')
  owner = { ...shared.client('owner'), database: NAME }
  root = mkdtempSync(join(tmpdir(), 'meguri-interrupted-'))
  mkdirSync(join(root, 'migrations'))
  for (const { name, path } of findMigrations()) cpSync(path, join(root, 'migrations', name))
  for (const name of [NAME, WHOLE]) {
    await asClient(superuser, async (client) => {
      await client.query(`create database ${name} template template0 encoding 'UTF8' locale 'C.UTF-8'
        locale_provider builtin builtin_locale 'C.UTF-8'`)
      await client.query(`grant create, temporary on database ${name} to meguri_owner`)
    })
    await asClient({ ...superuser, database: name }, (client) => client.query(extensions))
  }
})
afterAll(async () => {
  await asClient(superuser, async (client) => {
    for (const name of [NAME, WHOLE]) await client.query(`drop database if exists ${name} with (force)`)
  })
  rmSync(root, { recursive: true })
})

/**
 * Every boundary takes minutes (MEGURI_EVERY_CUT=1); otherwise the first ten of each migration, then ever wider steps, and
 * always the last: everything done, the note written, not committed.
 */
const AT_THE_NOTE = 0
const nextCut = (after: number) =>
  process.env.MEGURI_EVERY_CUT === '1' ? after + 1 : after + Math.max(1, Math.floor(after / 5))

/**
 * Ends the migrating connection after the k-th command that changes the schema, wherever it stands: in the file, or in a
 * function that the file calls; the note that a migration is done counts as one. A sequence forgets nothing with a rollback.
 */
const executioner = `
  create schema rehearsal;
  create sequence rehearsal.step;
  create table rehearsal.cut (after bigint not null);
  insert into rehearsal.cut values (0);
  create function rehearsal.strike(is_note boolean) returns void language plpgsql security definer as $$
  declare wanted bigint := (select after from rehearsal.cut);
  begin
    if nextval('rehearsal.step') = wanted or (is_note and wanted = ${AT_THE_NOTE}) then
      perform pg_terminate_backend(pg_backend_pid());
      perform pg_sleep(10);
    end if;
  end $$;
  create function rehearsal.on_command() returns event_trigger language plpgsql security definer as
    $$ begin perform rehearsal.strike(false); end $$;
  create function rehearsal.on_note() returns trigger language plpgsql security definer as
    $$ begin perform rehearsal.strike(true); return null; end $$;
  create schema platform authorization meguri_owner;
  create table platform.migration (
    name text primary key, checksum text not null, applied_at timestamptz not null default now());
  alter table platform.migration owner to meguri_owner;
  create trigger note after insert on platform.migration for each statement execute function rehearsal.on_note();
  create event trigger cut on ddl_command_end execute function rehearsal.on_command();`

describe('移行が途中で切れたとき', () => {
  it('どの文のあとで切れても、その移行は何も残さず、次に始めると続きから済み、同じ表になる', async () => {
    const cuts = await asClient({ ...superuser, database: NAME }, async (client) => {
      await client.query(executioner)
      const done = async () =>
        (await client.query<{ n: number }>('select count(*)::int as n from platform.migration')).rows[0]!.n
      let cuts = 0
      for (let after = AT_THE_NOTE, before = 0; ; ) {
        await client.query(
          `update rehearsal.cut set after = ${after}; select setval('rehearsal.step', 1, false)`,
        )
        const outcome = await migrate(owner, root).then(
          () => 'done',
          () => 'cut',
        )
        if (outcome === 'done') break
        cuts += 1
        const now = await done()
        // one that came to its end in this run: the cut fell into the next one
        after = now > before ? AT_THE_NOTE : nextCut(after)
        before = now
      }
      return cuts
    })
    const all = findMigrations(root)
    expect(cuts).toBeGreaterThan(all.length * 3)
    await migrate({ ...owner, database: WHOLE }, root)
    const expected = await asClient({ ...superuser, database: WHOLE }, catalogueText)
    const found = await asClient({ ...superuser, database: NAME }, async (client) => {
      await client.query('drop event trigger cut; drop trigger note on platform.migration')
      return catalogueText(client)
    })
    expect(found.length).toBeGreaterThan(3000)
    expect(found).toEqual(expected)
  })
})
