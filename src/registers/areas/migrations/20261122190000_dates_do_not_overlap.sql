-- Dated rows of the registers never hold twice on one day. Exclusion constraints, each with the insurer in it (Citus).

alter table registers.area_town
  add column id uuid not null default uuidv7(),
  add column version integer not null default 1,
  add unique (insurer_id, id),
  add constraint area_town_one_a_day exclude using gist
    (insurer_id with =, town_id with =, daterange(valid_from, valid_to, '[]') with &&);
comment on column registers.area_town.id is 'names the row in platform.history';
comment on column registers.area_town.version is 'raised by every update';
create trigger next_version before update on registers.area_town for each row execute function platform.next_version();

alter table registers.centre_area
  add column id uuid not null default uuidv7(),
  add column version integer not null default 1,
  add unique (insurer_id, id),
  add constraint centre_area_one_a_day exclude using gist
    (insurer_id with =, area_id with =, daterange(valid_from, valid_to, '[]') with &&);
comment on column registers.centre_area.id is 'names the row in platform.history';
comment on column registers.centre_area.version is 'raised by every update';
create trigger next_version before update on registers.centre_area for each row execute function platform.next_version();

alter table registers.daily_life_area
  add constraint area_ends_after_it_begins check (valid_to is null or valid_to >= valid_from),
  add constraint area_code_one_a_day exclude using gist
    (insurer_id with =, code with =, daterange(valid_from, valid_to, '[]') with &&);

-- With the insurer's reach alone nobody writes the registers: the doors that follow do, for administrators.
do $$
declare
  target text;
begin
  foreach target in array array['registers.daily_life_area', 'registers.town', 'registers.area_town', 'registers.centre_area',
    'registers.centre', 'registers.organisation', 'registers.member_municipality']
  loop
    execute format('revoke insert, update, delete on %s from meguri_app', target);
    execute format('drop policy added on %s', target);
    execute format('drop policy changed on %s', target);
    execute format('drop policy removed on %s', target);
    update platform.tenant_table_register set written_by = 'nobody' where table_name = target;
  end loop;
end $$;
