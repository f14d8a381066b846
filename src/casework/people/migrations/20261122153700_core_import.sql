-- What the core system has sent: each file that was taken in, and per 宛名番号 the newest row of it.

create table casework.core_import (
  insurer_id integer not null,
  id uuid not null default uuidv7(),
  file_name text not null,
  file_kind text not null check (file_kind in ('full', 'diff')),
  created_on date not null,
  sha256 text not null,
  read_count integer not null,
  added integer not null,
  changed integer not null,
  removed integer not null,
  unchanged integer not null,
  applied_at timestamptz not null,
  applied_by uuid,
  primary key (insurer_id, id),
  unique (insurer_id, sha256)
);
alter table casework.core_import add foreign key (insurer_id) references registers.insurer;
comment on table casework.core_import is '取込の記録: a file of the core system that was taken in, also when nothing in it was new';
comment on column casework.core_import.file_kind is 'full 全件 · diff 差分';
comment on column casework.core_import.created_on is '作成日 in the name of the file; no older file is taken in after it';
comment on column casework.core_import.sha256 is 'of the bytes of the file, hex: the same file is recorded once';
comment on column casework.core_import.read_count is 'rows of the run; with several files in a run, those of all';
comment on column casework.core_import.removed is 'people who are no longer in a full list: reported, not removed';
comment on column casework.core_import.applied_by is 'staff; null: a command of the operator';
select platform.tenant_table('casework.core_import', written_by => 'insurer', history => false);

create table casework.core_row (
  insurer_id integer not null,
  resident_number text not null,
  person_id uuid not null,
  history_number integer not null,
  digest text not null,
  missing_since date,
  primary key (insurer_id, resident_number)
);
alter table casework.core_row add foreign key (insurer_id, person_id) references casework.person;
create index core_row_of_person on casework.core_row (insurer_id, person_id);
comment on table casework.core_row is 'which row of the core system a person stands at: tells the same number with other content';
comment on column casework.core_row.history_number is '履歴番号 of the row that was applied';
comment on column casework.core_row.digest is 'SHA-256 over the row; apart from the person and for the insurer''s reach only, since an address could be tried against it';
comment on column casework.core_row.missing_since is '作成日 of the full list from which the person had vanished (資格喪失 unknown); null: was in the latest';
select platform.tenant_table('casework.core_row', written_by => 'insurer', history => false);
drop policy seen on casework.core_row;
create policy seen on casework.core_row for select to meguri_app using (
  insurer_id = (select nullif(current_setting('meguri.insurer', true), '')::int)
  and (select current_setting('meguri.scope', true)) = 'insurer');

-- Deletion neighbours of many people at once; the two arrays run side by side. Only with the insurer's reach.
create function casework.store_person_keys(persons uuid[], keys text[]) returns void
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  insurer constant integer := nullif(current_setting('meguri.insurer', true), '');
begin
  if insurer is null or current_setting('meguri.scope', true) is distinct from 'insurer' then
    raise exception 'only with the reach of the insurer' using errcode = 'insufficient_privilege';
  end if;
  insert into casework.person_key (insurer_id, person_id, key)
    select insurer, k.person_id, k.key from unnest(persons, keys) as k (person_id, key)
    where exists (select 1 from casework.person p where p.insurer_id = insurer and p.id = k.person_id)
    order by k.key, k.person_id
    on conflict do nothing;
end $$;
comment on function casework.store_person_keys is 'door of the import: adds deletion neighbours of people of the insurer';

create function casework.clear_person_keys(persons uuid[]) returns void
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  insurer constant integer := nullif(current_setting('meguri.insurer', true), '');
begin
  if insurer is null or current_setting('meguri.scope', true) is distinct from 'insurer' then
    raise exception 'only with the reach of the insurer' using errcode = 'insufficient_privilege';
  end if;
  delete from casework.person_key k where k.insurer_id = insurer and k.person_id = any (persons);
end $$;
comment on function casework.clear_person_keys is 'door of the import: takes away the deletion neighbours of people whose reading changes';

-- Records of a person without a centre follow when the person gets its first one; those of another centre stay with it.
create function casework.follow_first_centre(persons uuid[]) returns void
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  insurer constant integer := nullif(current_setting('meguri.insurer', true), '');
  owned record;
begin
  if insurer is null or current_setting('meguri.scope', true) is distinct from 'insurer' then
    raise exception 'only with the reach of the insurer' using errcode = 'insufficient_privilege';
  end if;
  for owned in
    select r.table_name, r.person_column, r.centre_column from platform.tenant_table_register r
    where r.person_column is not null and r.centre_column is not null
      and r.table_name not in ('casework.person', 'platform.journal')
    order by (r.table_name = 'platform.history'), r.table_name
  loop
    execute format('update %s t set %I = p.centre_id from casework.person p
        where t.insurer_id = $1 and t.%I = any ($2) and t.%I is null and p.insurer_id = $1 and p.id = t.%I',
      owned.table_name::regclass, owned.centre_column, owned.person_column, owned.centre_column, owned.person_column)
      using insurer, persons;
  end loop;
end $$;
comment on function casework.follow_first_centre is 'door of the import: gives the centre to records of people who had none';

do $$
declare
  door regprocedure;
begin
  foreach door in array array[
    'casework.store_person_keys(uuid[],text[])',
    'casework.clear_person_keys(uuid[])',
    'casework.follow_first_centre(uuid[])']::regprocedure[]
  loop
    execute format('alter function %s owner to meguri_doors', door);
    execute format('revoke execute on function %s from public', door);
    execute format('grant execute on function %s to meguri_app', door);
  end loop;
end $$;
