-- 転出先 of somebody under 支援措置 is an address like any other: it is not kept where everybody who sees the person reads it.
create function casework.keep_destination_apart() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from casework.person p where p.insurer_id = new.insurer_id and p.id = new.person_id and p.is_protected) then
    new.moved_to := null;
  end if;
  return new;
end $$;
comment on function casework.keep_destination_apart is 'trigger: no 転出先 of somebody under 支援措置, whoever writes';
alter function casework.keep_destination_apart() owner to meguri_doors;
revoke execute on function casework.keep_destination_apart() from public;
create trigger keep_destination_apart before insert or update on casework.person_event
  for each row when (new.moved_to is not null) execute function casework.keep_destination_apart();

-- Whoever becomes protected later is forgotten there too, and in the earlier rows.
create or replace function casework.forget_address() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  hidden constant text[] := array['postal_code', 'town_id', 'address_rest', 'building', 'phone', 'address_fold', 'phone_fold'];
begin
  update casework.person_event e set moved_to = null
    where e.insurer_id = new.insurer_id and e.person_id = new.id and e.moved_to is not null;
  update platform.history set row = row - hidden
    where insurer_id = new.insurer_id and table_name = 'casework.person' and row_id = new.id and row ?| hidden;
  update platform.history set row = row - 'moved_to'
    where insurer_id = new.insurer_id and table_name = 'casework.person_event' and person_id = new.id and row ? 'moved_to';
  update casework.person_merge_row set before = before - hidden, after = after - hidden
    where insurer_id = new.insurer_id and row_id = new.id and table_name = 'casework.person' and before ?| hidden;
  return null;
end $$;

-- once, for those who are protected already
do $$
begin
  update casework.person_event e set moved_to = null
    where e.moved_to is not null and exists (select from casework.person p
      where p.insurer_id = e.insurer_id and p.id = e.person_id and p.is_protected);
  update platform.history h set row = row - 'moved_to'
    where h.table_name = 'casework.person_event' and h.row ? 'moved_to' and exists (select from casework.person p
      where p.insurer_id = h.insurer_id and p.id = h.person_id and p.is_protected);
end $$;
