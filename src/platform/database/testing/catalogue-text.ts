import type pg from 'pg'

/**
 * Everything that the schema is, as sorted lines without numbers that differ from one database to the next: two
 * databases are alike when the lines are.
 */
export async function catalogueText(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(`
    with schemas as (
      select oid, nspname, nspacl from pg_namespace
      where nspname !~ '^pg_' and nspname not in ('information_schema', 'public', 'rehearsal')
    ),
    relations as (
      select c.*, s.nspname || '.' || c.relname as name from pg_class c join schemas s on s.oid = c.relnamespace
    )
    select format('schema %s %s', nspname, nspacl) as line from schemas
    union all
    select format('relation %s %s %s %s %s %s %s %s', name, relkind, pg_get_userbyid(relowner), relacl, relrowsecurity,
      relforcerowsecurity, reloptions, obj_description(oid, 'pg_class')) from relations
    union all
    select format('column %s %s %s %s %s %s %s %s %s %s', r.name, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod),
      a.attnotnull, a.attidentity, a.attgenerated, a.attstorage, pg_get_expr(d.adbin, d.adrelid), a.attacl)
      || ' ' || coalesce(col_description(r.oid, a.attnum), '')
      from relations r join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
      left join pg_attrdef d on d.adrelid = r.oid and d.adnum = a.attnum
    union all
    select format('constraint %s %s %s', r.name, k.conname, pg_get_constraintdef(k.oid))
      from pg_constraint k join relations r on r.oid = k.conrelid
    union all
    select format('index %s', pg_get_indexdef(i.indexrelid)) from pg_index i join relations r on r.oid = i.indrelid
    union all
    select format('policy %s %s %s %s %s %s %s', r.name, p.polname, p.polcmd, p.polpermissive,
      (select array_agg(pg_get_userbyid(o) order by 1) from unnest(p.polroles) o),
      pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
      from pg_policy p join relations r on r.oid = p.polrelid
    union all
    select format('trigger %s %s %s', r.name, t.tgenabled, pg_get_triggerdef(t.oid))
      from pg_trigger t join relations r on r.oid = t.tgrelid where not t.tgisinternal
    union all
    select format('function %s %s %s %s', pg_get_functiondef(f.oid), pg_get_userbyid(f.proowner), f.proacl,
      obj_description(f.oid, 'pg_proc')) from pg_proc f join schemas s on s.oid = f.pronamespace where f.prokind <> 'a'
    union all
    select format('type %s.%s %s %s', s.nspname, t.typname, t.typtype, t.typacl)
      from pg_type t join schemas s on s.oid = t.typnamespace
    union all
    select format('default acl %s %s %s', pg_get_userbyid(defaclrole), defaclnamespace::regnamespace, defaclacl)
      from pg_default_acl
    order by 1`)
  return rows.map(({ line }) => line)
}
