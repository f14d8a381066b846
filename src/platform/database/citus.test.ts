import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { asOwner } from '../testing/insurer.ts'
import { type TestDatabase, testDatabase } from './testing/database.ts'

// What distribution by `insurer_id` (Citus) asks of the tables, read from the catalogue: so that the nation stays possible
// without a test that needs Citus itself, which is in no registry.

/** Found before an insurer is known; on every node in full (reference tables), so a unique key without insurer_id stands. */
const EVERYWHERE = ['registers.insurer', 'registers.staff']
/** Side tables that are forgotten easily. */
const SIDE = [
  'history',
  'draft',
  'task',
  'journal',
  'job',
  'import_run',
  'import_file',
  'link',
  'person_access',
]

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
const rows = <Row extends Record<string, unknown>>(text: string) =>
  asOwner(database, async (client) => (await client.query<Row>(text)).rows)

const TENANT = `select table_name::regclass as oid, table_name as name from platform.tenant_table_register`
const COLUMNS = (array: string) =>
  `array(select a.attname::text from unnest(${array}) with ordinality k (n, at) join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.n order by at)`

describe('保険者で分けられる形(Citus)', () => {
  it('業務の表はどれも主キーを持ち、保険者から始まる', async () => {
    const keys = await rows<{ name: string; first: string | null }>(
      `select t.name, (select a.attname from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
         where i.indrelid = t.oid and i.indisprimary) as first from (${TENANT}) t`,
    )
    expect(keys.length).toBeGreaterThan(40)
    expect(keys.filter(({ first }) => first !== 'insurer_id')).toEqual([])
  })

  it('一意の鍵と重なりの禁止は、保険者を等号で含む', async () => {
    const unique = await rows<{ name: string; index: string }>(
      `select t.name, i.indexrelid::regclass::text as index from (${TENANT}) t join pg_index i on i.indrelid = t.oid and i.indisunique
       where not exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'insurer_id' and a.attnum = any (i.indkey))`,
    )
    expect(unique.filter(({ name }) => !EVERYWHERE.includes(name))).toEqual([])
    const exclusions = await rows<{ name: string; definition: string }>(
      `select conrelid::regclass::text as name, pg_get_constraintdef(oid) as definition from pg_constraint where contype = 'x'
         and conrelid in (select oid from (${TENANT}) t)`,
    )
    expect(exclusions.length).toBeGreaterThan(3)
    expect(exclusions.filter(({ definition }) => !definition.includes('insurer_id WITH ='))).toEqual([])
  })

  it('外部キーは、同じ保険者の中か、どこにでもある表へだけ向かう', async () => {
    const keys = await rows<{
      name: string
      from: string[]
      to: string[]
      target: string
      isTenant: boolean
    }>(
      `select c.conrelid::regclass || ' ' || c.conname as name, ${COLUMNS('c.conkey')} as "from",
         array(select a.attname::text from unnest(c.confkey) with ordinality k (n, at)
           join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.n order by at) as "to",
         c.confrelid::regclass::text as target, c.confrelid in (select oid from (${TENANT}) t) as "isTenant"
       from pg_constraint c where c.contype = 'f' and c.conparentid = 0 and c.conrelid in (select oid from (${TENANT}) t)`,
    )
    expect(keys.length).toBeGreaterThan(50)
    const beyond = keys.filter(
      ({ from, to, isTenant, target }) =>
        isTenant && !EVERYWHERE.includes(target) && from[to.indexOf('insurer_id')] !== 'insurer_id',
    )
    expect(beyond).toEqual([])
  })

  it('どこにでもある表から、分けられた表への外部キーはない', async () => {
    const keys = await rows<{ name: string }>(
      `select c.conrelid::regclass || ' -> ' || c.confrelid::regclass as name from pg_constraint c
       where c.contype = 'f' and c.confrelid in (select oid from (${TENANT}) t where name <> all ('{${EVERYWHERE}}'))
         and (c.conrelid not in (select oid from (${TENANT}) t) or c.conrelid::regclass::text = any ('{${EVERYWHERE}}'))`,
    )
    expect(keys).toEqual([])
  })

  it('番号は一台の通し番号に頼らず、分けられた表は継承も区画も使わない', async () => {
    const serial = await rows<{ name: string }>(
      `select d.adrelid::regclass || '.' || a.attname as name from pg_attrdef d join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
       where d.adrelid in (select oid from (${TENANT}) t) and pg_get_expr(d.adbin, d.adrelid) ~ 'nextval'
       union all select attrelid::regclass || '.' || attname from pg_attribute where attidentity <> '' and attrelid in (select oid from (${TENANT}) t)`,
    )
    expect(serial).toEqual([])
    const parts = await rows<{ name: string }>(
      `select t.name from (${TENANT}) t join pg_class c on c.oid = t.oid where c.relkind <> 'r' or c.relispartition
         or exists (select from pg_inherits i where i.inhrelid = c.oid or i.inhparent = c.oid)`,
    )
    expect(parts).toEqual([])
  })

  it('引き金は行ごとで、途中の表を使わない', async () => {
    const triggers = await rows<{ name: string }>(
      `select g.tgrelid::regclass || ' ' || g.tgname as name from pg_trigger g where not g.tgisinternal
         and g.tgrelid in (select oid from (${TENANT}) t) and ((g.tgtype & 1) = 0 or g.tgoldtable is not null or g.tgnewtable is not null)`,
    )
    // against TRUNCATE, which knows no rows: on the coordinator alone, where nobody but the owner may truncate anyway
    const againstTruncate = ['version', 'step'].map((what) => ({
      name: `evaluation.monthly_report_${what} submitted_stays_whole`,
    }))
    expect(triggers).toEqual(againstTruncate)
  })

  it('行の守りは、どれも保険者を問う', async () => {
    const policies = await rows<{ name: string }>(
      `select schemaname || '.' || tablename || ' ' || policyname as name from pg_policies
       where permissive = 'PERMISSIVE' and roles = '{meguri_app}'
         and (schemaname || '.' || tablename)::regclass in (select oid from (${TENANT}) t)
         and not (coalesce(qual, 'insurer_id') ~ 'insurer_id' and coalesce(with_check, 'insurer_id') ~ 'insurer_id')`,
    )
    expect(policies).toEqual([])
  })

  it('脇の表(履歴、下書き、期限、日誌、処理、取り込み)も分けられている', async () => {
    const known = new Set(
      (await rows<{ name: string }>(`select name from (${TENANT}) t`)).map(({ name }) => name),
    )
    expect(SIDE.filter((name) => !known.has(`platform.${name}`))).toEqual([])
  })

  it('設定は set local だけで渡す。set_config は、分けた先に届かない', () => {
    const root = join(import.meta.dirname, '..', '..')
    const users = globSync('**/*.ts', { cwd: root })
      .filter((path) => !/test|testing/.test(path) && path !== 'platform/database/roles.ts') // there it is revoked
      .filter((path) => /\bset_config\s*\(/.test(readFileSync(join(root, path), 'utf8')))
    expect(users).toEqual([])
  })
})
