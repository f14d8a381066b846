-- A legal number that nobody read in its source stands on no official paper until the insurer itself confirms it, by name.

create table registers.law_confirmation (
  insurer_id integer not null,
  id uuid not null default uuidv7(),
  version integer not null default 1,
  parameter_id text not null check (parameter_id ~ '^[a-z0-9]+([.-][a-zA-Z0-9]+)+$'),
  entry_from date not null,
  value_hash text not null check (value_hash ~ '^[0-9a-f]{64}$'),
  source text not null check (btrim(source) <> ''),
  source_url text check (source_url ~ '^https?://'),
  seen_in text not null check (btrim(seen_in) <> ''),
  confirmed_by uuid not null,
  confirmed_at timestamptz not null default now(),
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  primary key (insurer_id, id),
  foreign key (insurer_id, confirmed_by) references registers.staff,
  foreign key (insurer_id, withdrawn_by) references registers.staff,
  check ((withdrawn_at is null) = (withdrawn_by is null)),
  check ((withdrawn_at is null) = (withdrawn_reason is null) and btrim(coalesce(withdrawn_reason, '-')) <> '')
);
create unique index law_confirmation_once on registers.law_confirmation (insurer_id, parameter_id, entry_from, value_hash)
  where withdrawn_at is null;
comment on table registers.law_confirmation is '制度の数値の確認: an officer of the insurer read a value of src/law in its source; withdrawn ones stay';
comment on column registers.law_confirmation.parameter_id is 'id of a parameter that a file below src/law exports';
comment on column registers.law_confirmation.entry_from is 'first day in force of the entry that was confirmed';
comment on column registers.law_confirmation.value_hash is 'SHA-256 of the canonical JSON of the value: a value that changes is confirmed anew';
comment on column registers.law_confirmation.source is '出典: the law, notice or paper that was read';
comment on column registers.law_confirmation.source_url is 'its address; null: none, a paper';
comment on column registers.law_confirmation.seen_in is 'どこで見たか: article, page, table, and where the text was found';
comment on column registers.law_confirmation.confirmed_by is 'the officer whose name stands beside the value';
comment on column registers.law_confirmation.withdrawn_at is 'null: holds';
comment on column registers.law_confirmation.withdrawn_reason is 'why it was taken back';
select platform.tenant_table('registers.law_confirmation', written_by => 'nobody');

create function registers.need_officer() returns integer
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  insurer constant integer := nullif(current_setting('meguri.insurer', true), '')::integer;
begin
  if insurer is null or not exists (
    select from registers.post p
    where p.insurer_id = insurer and p.staff_id = nullif(current_setting('meguri.staff', true), '')::uuid
      and p.role = 'officer' and p.valid_from <= nullif(current_setting('meguri.today', true), '')::date
      and (p.valid_to is null or p.valid_to >= nullif(current_setting('meguri.today', true), '')::date)
  ) then
    raise exception 'only an officer does this' using errcode = 'insufficient_privilege';
  end if;
  return insurer;
end $$;
comment on function registers.need_officer is 'insurer of the session when its staff is an officer today; else insufficient_privilege';

-- @returns null: the value is confirmed already
create function registers.confirm_law_value(
  parameter text, from_day date, hash text, source_text text, url text, seen text
) returns uuid language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  insurer constant integer := registers.need_officer();
  stored uuid;
begin
  insert into registers.law_confirmation (insurer_id, parameter_id, entry_from, value_hash, source, source_url, seen_in, confirmed_by)
  values (insurer, parameter, from_day, hash, source_text, url, seen, nullif(current_setting('meguri.staff', true), '')::uuid)
  on conflict do nothing returning id into stored;
  return stored;
end $$;
comment on function registers.confirm_law_value is 'door: an officer says in which source a legal number was read';

create function registers.withdraw_law_confirmation(confirmation uuid, seen_version integer, why text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  insurer constant integer := registers.need_officer();
begin
  update registers.law_confirmation c
  set withdrawn_by = nullif(current_setting('meguri.staff', true), '')::uuid, withdrawn_at = now(), withdrawn_reason = why
  where c.insurer_id = insurer and c.id = confirmation and c.version = seen_version and c.withdrawn_at is null;
  return found;
end $$;
comment on function registers.withdraw_law_confirmation is 'door: an officer takes a confirmation back, with the reason; false: absent, withdrawn or changed meanwhile';

alter function registers.need_officer owner to meguri_doors;
alter function registers.confirm_law_value owner to meguri_doors;
alter function registers.withdraw_law_confirmation owner to meguri_doors;
revoke execute on function registers.need_officer, registers.confirm_law_value, registers.withdraw_law_confirmation from public;
grant execute on function registers.confirm_law_value, registers.withdraw_law_confirmation to meguri_app;
