-- 登録の変更の記録: what changed in the registers, for administrators, who cannot read platform.history by themselves.

create function registers.changes_of(target text, before_at timestamptz, row_limit integer) returns table (
  at timestamptz, staff_name text, operation text, row_id uuid, row_before jsonb, row_after jsonb
) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  insurer constant integer := registers.need_administrator();
  key constant text := case when target = 'registers.insurer' then 'true' else 't.id = h.row_id' end;
begin
  if target not in ('registers.insurer', 'registers.member_municipality', 'registers.organisation', 'registers.centre',
    'registers.daily_life_area', 'registers.town', 'registers.area_town', 'registers.centre_area', 'registers.staff',
    'registers.post') then
    raise exception 'no register: %', target using errcode = 'invalid_parameter_value';
  end if;
  return query execute format(
    'select h.changed_at, f.name, h.operation, h.row_id, h.row,
       case when h.operation = ''delete'' then null else coalesce(
         (select n.row from platform.history n where n.insurer_id = $1 and n.table_name = $2 and n.row_id = h.row_id
            and (n.changed_at, n.id) > (h.changed_at, h.id) order by n.changed_at, n.id limit 1),
         (select to_jsonb(t) from %s t where t.insurer_id = $1 and %s)) end
     from platform.history h
     left join registers.staff f on f.insurer_id = $1 and f.id = h.changed_by
     where h.insurer_id = $1 and h.table_name = $2 and h.changed_at < $3
     order by h.changed_at desc, h.id desc limit $4', target::regclass, key)
    using insurer, target, before_at, least(row_limit, 500);
end $$;
comment on function registers.changes_of is 'door of administrators: changes of one register, newest first, with the row before and after';
alter function registers.changes_of owner to meguri_doors;
revoke execute on function registers.changes_of from public;
grant execute on function registers.changes_of to meguri_app;
