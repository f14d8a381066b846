import { beforeAll, describe, expect, it } from 'vitest'
import { asOwner } from '../testing/insurer.ts'
import { type TestDatabase, testDatabase } from './testing/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})

const rows = <Row extends Record<string, unknown>>(text: string) =>
  asOwner(database, async (client) => (await client.query<Row>(text)).rows)

// What holds an insurer's rows without being tenant_table()'s: each with the reason.
const EXEMPT = new Set([
  'audit.line', // append-only, read through a door; lines without an insurer exist (failed sign-in)
])

describe('表の約束(目録から確かめる)', () => {
  it('保険者の列を持つ表はすべて tenant_table() を通り、行レベルの保護が強制されている', async () => {
    const tables = await rows<{ name: string; forced: boolean; registered: boolean }>(`
      select n.nspname || '.' || c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
        exists (select 1 from platform.tenant_table_register r where r.table_name = n.nspname || '.' || c.relname) as registered
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      where a.attname = 'insurer_id' and c.relkind in ('r', 'p') and n.nspname not in ('identity', 'jobs')`)
    expect(tables.length).toBeGreaterThan(15)
    const open = tables.filter((table) => !EXEMPT.has(table.name) && !(table.forced && table.registered))
    expect(open).toEqual([])
  })

  it('主キーと一意の鍵は保険者から始まる', async () => {
    const keys = await rows<{ name: string; first: string }>(`
      select r.table_name || ' ' || i.indexrelid::regclass as name, a.attname as first
      from platform.tenant_table_register r join pg_index i on i.indrelid = r.table_name::regclass
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
      where i.indisunique`)
    const exceptions = [
      'registers.insurer registers.insurer_insurer_number_key',
      'registers.staff registers.staff_staff_number_key',
    ]
    expect(keys.filter((key) => key.first !== 'insurer_id' && !exceptions.includes(key.name))).toEqual([])
  })

  it('アプリの役は何も所有せず、何も素通りせず、監査に触れない', async () => {
    const [role] = await rows<Record<string, boolean>>(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = 'meguri_app'`,
    )
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false })
    const owned = await rows(
      `select relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = 'meguri_app'`,
    )
    expect(owned).toEqual([])
    const [audit] = await rows<Record<string, boolean>>(
      `select has_table_privilege('meguri_app', 'audit.line', 'select') as read,
              has_table_privilege('meguri_app', 'audit.line', 'update, delete, truncate') as change`,
    )
    expect(audit).toEqual({ read: false, change: false })
  })

  it('SECURITY DEFINER の扉はすべて meguri_doors が持ち、検索経路が固定され(一時の型や表は最後)、誰にでもは開かない', async () => {
    const doors = await rows<{ name: string; owner: string; fixed: boolean; open: boolean }>(`
      select n.nspname || '.' || p.proname as name, r.rolname as owner,
        exists (select from unnest(p.proconfig) s where s like 'search\\_path=%pg\\_temp') as fixed,
        has_function_privilege('public', p.oid, 'execute') as open
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_roles r on r.oid = p.proowner
      where p.prosecdef and n.nspname in ('platform', 'registers', 'casework', 'evaluation', 'audit', 'identity')`)
    expect(doors.length).toBeGreaterThan(0)
    expect(doors.filter((door) => door.owner !== 'meguri_doors' || !door.fixed || door.open)).toEqual([])
  })

  it('表には説明がある', async () => {
    const silent = await rows<{ name: string }>(`
      select r.table_name as name from platform.tenant_table_register r where obj_description(r.table_name::regclass) is null`)
    expect(silent).toEqual([])
  })
})
