-- What a municipality decides for itself, as dated data: nothing is overwritten, the value of any day can be read.

create table registers.local_setting (
  insurer_id integer not null references registers.insurer,
  id uuid not null default uuidv7(),
  version integer not null default 1,
  key text not null check (key ~ '^[a-z][a-z0-9]*([.-][a-z0-9]+)+$'),
  valid_from date not null,
  value jsonb not null,
  source text not null check (btrim(source) <> ''),
  note text,
  entered_by uuid,
  entered_at timestamptz not null default now(),
  primary key (insurer_id, id),
  unique (insurer_id, key, valid_from)
);
comment on table registers.local_setting is '保険者の設定: a value of the municipality''s own from a day on; without a row the value of the definition holds';
comment on column registers.local_setting.key is 'key of a definition that an area exports in settings.ts';
comment on column registers.local_setting.valid_from is 'first day in force; in force until the day before the next row of the key';
comment on column registers.local_setting.value is 'checked against the schema of the definition when it is stored and when it is read';
comment on column registers.local_setting.source is '根拠: 要綱, 条例, 決裁 … that fixed the value';
comment on column registers.local_setting.entered_by is 'staff who entered this state of the row';
select platform.tenant_table('registers.local_setting', written_by => 'nobody');

-- The value of a day; null: the municipality set none.
create function registers.setting_value(insurer integer, setting text, day date) returns jsonb
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select s.value from registers.local_setting s
  where s.insurer_id = insurer and s.key = setting and s.valid_from <= day
  order by s.valid_from desc limit 1
$$;
comment on function registers.setting_value is 'value of a local setting in force on the day, under the reader''s own rights';

-- An administrator's post has no reach, so both kinds of editors write through doors. `security.` belongs to administrators.
create function registers.need_setting_right(setting text) returns integer
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  insurer constant integer := nullif(current_setting('meguri.insurer', true), '')::integer;
  needed constant text := case when setting like 'security.%' then 'administrator' else 'officer' end;
begin
  if insurer is null or not exists (
    select from registers.post p
    where p.insurer_id = insurer and p.staff_id = nullif(current_setting('meguri.staff', true), '')::uuid
      and p.role = needed and p.valid_from <= nullif(current_setting('meguri.today', true), '')::date
      and (p.valid_to is null or p.valid_to >= nullif(current_setting('meguri.today', true), '')::date)
  ) then
    raise exception 'no right to change %', setting using errcode = 'insufficient_privilege';
  end if;
  return insurer;
end $$;
comment on function registers.need_setting_right is 'insurer of the session when its staff may change the setting today; else insufficient_privilege';

create function registers.put_setting(
  row_id uuid, expected_version integer, setting text, from_day date, new_value jsonb, new_source text, new_note text
) returns registers.local_setting
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  insurer constant integer := registers.need_setting_right(setting);
  staff constant uuid := nullif(current_setting('meguri.staff', true), '')::uuid;
  stored registers.local_setting;
begin
  if row_id is null then
    insert into registers.local_setting (insurer_id, key, valid_from, value, source, note, entered_by)
    values (insurer, setting, from_day, new_value, new_source, new_note, staff)
    on conflict do nothing returning * into stored;
  else
    update registers.local_setting s
    set valid_from = from_day, value = new_value, source = new_source, note = new_note, entered_by = staff, entered_at = now()
    where s.insurer_id = insurer and s.id = row_id and s.key = setting and s.version = expected_version
    returning * into stored;
  end if;
  return stored;
end $$;
comment on function registers.put_setting is 'adds (row_id null) or corrects a dated value; null row: the day is taken, or the version is not the stored one';

create function registers.remove_setting(row_id uuid, expected_version integer, setting text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  insurer constant integer := registers.need_setting_right(setting);
begin
  delete from registers.local_setting s
  where s.insurer_id = insurer and s.id = row_id and s.key = setting and s.version = expected_version;
  return found;
end $$;
comment on function registers.remove_setting is 'takes a dated value back; the row stays in history; false: absent or changed meanwhile';

alter function registers.need_setting_right owner to meguri_doors;
alter function registers.put_setting owner to meguri_doors;
alter function registers.remove_setting owner to meguri_doors;
revoke execute on function registers.setting_value, registers.need_setting_right, registers.put_setting, registers.remove_setting from public;
grant execute on function registers.setting_value to meguri_app, meguri_doors;
grant execute on function registers.put_setting, registers.remove_setting to meguri_app;
