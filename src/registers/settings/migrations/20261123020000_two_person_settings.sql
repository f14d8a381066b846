-- What money or eligibility hangs on takes effect only when a second officer has looked at the ordinance: a dated value of such a
-- setting is proposed, and another officer approves it or sends it back. Nothing that waits is ever read as a value.

-- Keys such as care-management.type.aDesignated, which settings.ts states, could not be stored.
alter table registers.local_setting drop constraint local_setting_key_check,
  add constraint local_setting_key_check check (key ~ '^[a-z][a-z0-9]*([.-][a-zA-Z0-9]+)+$');

create table registers.two_person_setting (
  key text primary key check (key ~ '^[a-z][a-z0-9]*([.-][a-zA-Z0-9]+)+$')
);
comment on table registers.two_person_setting is 'keys of settings whose values need a second officer; the same keys carry approval: ''two'' in settings.ts (a test compares them)';
comment on column registers.two_person_setting.key is 'key of a definition that an area exports in settings.ts; an area adds its own by a migration';
grant select on registers.two_person_setting to meguri_app, meguri_doors, meguri_readonly;

insert into registers.two_person_setting (key) values
  ('care-management.type-b-months'),
  ('care-management.type.preventive'), ('care-management.type.former'), ('care-management.type.aDesignated'),
  ('care-management.type.aEntrusted'), ('care-management.type.b'), ('care-management.type.c'), ('care-management.type.d'),
  ('care-management.type.life'), ('care-management.type.general'),
  ('certification.max-renewal-other'), ('certification.max-renewal-same'), ('certification.window-counting'),
  ('charges.area'), ('charges.care-management-units'), ('limits.programme-units'), ('units.own'),
  ('eligibility.continuing'), ('eligibility.general-category2'), ('indicators.small-count'),
  ('registration.review-months'), ('registration.start'),
  ('retention.access-logs'), ('retention.billing'), ('retention.comprehensive-services'),
  ('retention.municipal-documents'), ('retention.preventive-support');

alter table registers.local_setting add column approved_by uuid,
  add constraint local_setting_by_two check (approved_by is null or approved_by <> entered_by);
comment on column registers.local_setting.approved_by is 'the second officer, who approved this state of the row; null: the setting needs none';

create table registers.setting_proposal (
  insurer_id integer not null,
  id uuid not null default uuidv7(),
  version integer not null default 1,
  key text not null references registers.two_person_setting,
  operation text not null check (operation in ('add', 'correct', 'remove')),
  setting_id uuid check ((operation = 'add') = (setting_id is null)),
  setting_version integer check ((setting_id is null) = (setting_version is null)),
  valid_from date not null,
  value jsonb check ((operation = 'remove') = (value is null)),
  ordinance_title text not null check (btrim(ordinance_title) <> ''),
  ordinance_number text check (btrim(ordinance_number) <> ''),
  ordinance_article text check (btrim(ordinance_article) <> ''),
  source text not null check (btrim(source) <> ''),
  note text,
  proposed_by uuid not null,
  proposed_at timestamptz not null default now(),
  decided_by uuid,
  decided_at timestamptz,
  decision text check (decision in ('approved', 'returned', 'withdrawn')),
  reason text,
  primary key (insurer_id, id),
  foreign key (insurer_id, proposed_by) references registers.staff,
  foreign key (insurer_id, decided_by) references registers.staff,
  check ((decision is null) = (decided_at is null) and (decision is null) = (decided_by is null)),
  constraint setting_proposal_by_two check (decision not in ('approved', 'returned') or decided_by <> proposed_by),
  constraint setting_proposal_withdrawn_by_proposer check (decision is distinct from 'withdrawn' or decided_by = proposed_by),
  check (decision is distinct from 'returned' or btrim(coalesce(reason, '')) <> '')
);
create unique index setting_proposal_open_day on registers.setting_proposal (insurer_id, key, valid_from) where decision is null;
create unique index setting_proposal_open_row on registers.setting_proposal (insurer_id, setting_id) where decision is null and setting_id is not null;
create index setting_proposal_of_key on registers.setting_proposal (insurer_id, key, proposed_at);
comment on table registers.setting_proposal is '設定の提案: a dated value, its correction or its removal, that one officer proposed and another approves; decided ones stay as history';
comment on column registers.setting_proposal.key is 'the setting';
comment on column registers.setting_proposal.operation is 'add: a new dated value · correct: another value, day or source for setting_id · remove: setting_id is taken back';
comment on column registers.setting_proposal.setting_id is 'row of registers.local_setting that is corrected or removed; null: a new one';
comment on column registers.setting_proposal.setting_version is 'version of that row as the proposer saw it';
comment on column registers.setting_proposal.valid_from is 'first day in force of the new value; of a removal the day of the row';
comment on column registers.setting_proposal.value is 'checked against the schema of the definition when proposed and when approved; null: removal';
comment on column registers.setting_proposal.ordinance_title is '条例・規則・要綱・決裁の名称';
comment on column registers.setting_proposal.ordinance_number is '番号: 平成12年条例第10号';
comment on column registers.setting_proposal.ordinance_article is '条項: 第4条第1項';
comment on column registers.setting_proposal.source is '根拠 as it is printed, of the three before';
comment on column registers.setting_proposal.proposed_by is 'the first officer';
comment on column registers.setting_proposal.decided_by is 'approved, returned: the second officer, never the first · withdrawn: the first';
comment on column registers.setting_proposal.decision is 'null: waiting · approved: in registers.local_setting · returned with a reason · withdrawn';
comment on column registers.setting_proposal.reason is 'why it was returned';
select platform.tenant_table('registers.setting_proposal', written_by => 'nobody');

create function registers.is_two_person_setting(setting text) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select exists (select from registers.two_person_setting t where t.key = setting)
$$;
comment on function registers.is_two_person_setting is 'whether a value of the setting needs a second officer';

-- The doors of single persons refuse what two must do.
create or replace function registers.put_setting(
  row_id uuid, expected_version integer, setting text, from_day date, new_value jsonb, new_source text, new_note text
) returns registers.local_setting
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  insurer constant integer := registers.need_setting_right(setting);
  staff constant uuid := nullif(current_setting('meguri.staff', true), '')::uuid;
  stored registers.local_setting;
begin
  if registers.is_two_person_setting(setting) then
    raise exception 'a second person approves %', setting using errcode = 'restrict_violation';
  end if;
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

create or replace function registers.remove_setting(row_id uuid, expected_version integer, setting text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  insurer constant integer := registers.need_setting_right(setting);
begin
  if registers.is_two_person_setting(setting) then
    raise exception 'a second person approves %', setting using errcode = 'restrict_violation';
  end if;
  delete from registers.local_setting s
  where s.insurer_id = insurer and s.id = row_id and s.key = setting and s.version = expected_version;
  return found;
end $$;

create function registers.setting_day_taken(insurer integer, setting text, day date, but uuid) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select exists (select from registers.local_setting s
    where s.insurer_id = insurer and s.key = setting and s.valid_from = day and s.id is distinct from but)
$$;
comment on function registers.setting_day_taken is 'whether another row than `but` begins on the day';

/*
 The first officer proposes.
 @returns outcome: proposed · taken: a value begins on the day already · pending: another proposal for the day or the row waits
   · changed: the row is not the one that was seen; id of the proposal, or of the one that waits
*/
create function registers.propose_setting(
  operation text, row_id uuid, row_version integer, setting text, from_day date, new_value jsonb,
  title text, number text, article text, new_source text, new_note text
) returns table (outcome text, id uuid)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  insurer constant integer := registers.need_setting_right(setting);
  staff constant uuid := nullif(current_setting('meguri.staff', true), '')::uuid;
  proposal uuid;
begin
  if not registers.is_two_person_setting(setting) then
    raise exception '% needs no second person', setting using errcode = 'restrict_violation';
  end if;
  if operation <> 'add' and not exists (select from registers.local_setting s where s.insurer_id = insurer and s.id = row_id
      and s.key = setting and s.version = row_version and (operation <> 'remove' or s.valid_from = from_day)) then
    return query select 'changed', null::uuid;
    return;
  end if;
  if operation <> 'remove' and registers.setting_day_taken(insurer, setting, from_day, row_id) then
    return query select 'taken', null::uuid;
    return;
  end if;
  insert into registers.setting_proposal (insurer_id, key, operation, setting_id, setting_version, valid_from, value,
    ordinance_title, ordinance_number, ordinance_article, source, note, proposed_by)
  values (insurer, setting, operation, row_id, row_version, from_day, new_value, title, number, article, new_source, new_note, staff)
  on conflict do nothing returning setting_proposal.id into proposal;
  if proposal is null then
    return query select 'pending', p.id from registers.setting_proposal p where p.insurer_id = insurer and p.key = setting
      and p.decision is null and (p.valid_from = from_day or p.setting_id = row_id) limit 1;
    return;
  end if;
  return query select 'proposed', proposal;
end $$;
comment on function registers.propose_setting is 'door: an officer proposes a dated value of a two-person setting, its correction or its removal';

/*
 The second officer approves or returns; the first may withdraw.
 @returns null: no such proposal · decided: it was before · own: the first decides, or another withdraws · reset: an administrator
   reset this account within 24 hours · taken, changed: what is stored has moved on since · approved · returned · withdrawn
*/
create function registers.decide_setting(proposal uuid, wanted text, why text) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  insurer constant integer := nullif(current_setting('meguri.insurer', true), '')::integer;
  staff constant uuid := nullif(current_setting('meguri.staff', true), '')::uuid;
  asked registers.setting_proposal;
begin
  select * into asked from registers.setting_proposal p where p.insurer_id = insurer and p.id = proposal for update;
  if asked.id is null then
    return null;
  end if;
  perform registers.need_setting_right(asked.key);
  if asked.decision is not null then
    return 'decided';
  elsif (wanted = 'withdrawn') <> (asked.proposed_by = staff) then
    return 'own';
  elsif wanted <> 'withdrawn' and registers.is_lately_reset(staff) then
    return 'reset';
  end if;
  if wanted = 'approved' then
    if asked.operation <> 'remove' and registers.setting_day_taken(insurer, asked.key, asked.valid_from, asked.setting_id) then
      return 'taken';
    end if;
    if asked.operation = 'add' then
      insert into registers.local_setting (insurer_id, key, valid_from, value, source, note, entered_by, entered_at, approved_by)
      values (insurer, asked.key, asked.valid_from, asked.value, asked.source, asked.note, asked.proposed_by, now(), staff);
    elsif asked.operation = 'correct' then
      update registers.local_setting s set valid_from = asked.valid_from, value = asked.value, source = asked.source,
        note = asked.note, entered_by = asked.proposed_by, entered_at = now(), approved_by = staff
      where s.insurer_id = insurer and s.id = asked.setting_id and s.key = asked.key and s.version = asked.setting_version;
      if not found then
        return 'changed';
      end if;
    else
      delete from registers.local_setting s
      where s.insurer_id = insurer and s.id = asked.setting_id and s.key = asked.key and s.version = asked.setting_version;
      if not found then
        return 'changed';
      end if;
    end if;
  end if;
  update registers.setting_proposal p set decision = wanted, decided_by = staff, decided_at = now(), reason = why
  where p.insurer_id = insurer and p.id = proposal;
  return wanted;
end $$;
comment on function registers.decide_setting is 'door: a second officer approves or returns a proposal; who proposed may withdraw it';

alter function registers.propose_setting owner to meguri_doors;
alter function registers.decide_setting owner to meguri_doors;
revoke execute on function registers.is_two_person_setting, registers.setting_day_taken, registers.propose_setting,
  registers.decide_setting from public;
grant execute on function registers.is_two_person_setting, registers.setting_day_taken to meguri_doors;
grant execute on function registers.propose_setting, registers.decide_setting to meguri_app;
