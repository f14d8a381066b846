-- 担当替え: who followed a change of area or centre, so that it can be seen and taken back.

create table casework.area_move (
  insurer_id integer not null,
  id uuid not null default uuidv7(),
  version integer not null default 1,
  person_id uuid not null,
  centre_id uuid,
  from_centre_id uuid,
  to_centre_id uuid,
  from_area_id uuid,
  to_area_id uuid not null,
  moved_on date not null,
  moved_at timestamptz not null,
  moved_by uuid not null,
  undone_at timestamptz,
  undone_by uuid,
  primary key (insurer_id, id),
  check ((undone_at is null) = (undone_by is null))
);
alter table casework.area_move add foreign key (insurer_id, person_id) references casework.person;
create index area_move_of_person on casework.area_move (insurer_id, person_id, moved_at);
create index area_move_newest on casework.area_move (insurer_id, moved_at desc, id desc);
comment on table casework.area_move is '担当替え: a person whose area or centre followed a change of the registers';
comment on column casework.area_move.centre_id is 'who looks after the person now; follows every hand-over';
comment on column casework.area_move.to_centre_id is 'the same as from_centre_id when only the area changed';
comment on column casework.area_move.moved_on is 'day of the registers that it followed';
comment on column casework.area_move.undone_at is 'when this person was taken back; it is not proposed again';
select platform.tenant_table('casework.area_move', person => 'person_id', centre => 'centre_id', written_by => 'insurer');

-- Figures for whoever changes the registers and may not see anybody: living people by town, and by centre.
create function casework.people_of_towns(towns uuid[]) returns table (id uuid, count integer)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  insurer integer := nullif(current_setting('meguri.insurer', true), '')::integer;
begin
  if current_setting('meguri.scope', true) is distinct from 'insurer' then
    insurer := registers.need_administrator();
  end if;
  return query
    select t.town, pg_catalog.count(*)::integer from (
      select coalesce(x.town_id, p.town_id) as town
      from casework.person p
      left join casework.person_protected x on x.insurer_id = p.insurer_id and x.person_id = p.id
      where p.insurer_id = insurer and p.merged_into is null and p.died_on is null and p.moved_out_on is null) t
    where t.town = any (towns) group by t.town;
end $$;
comment on function casework.people_of_towns is 'door: how many living people have their address in each town; figures only';

create function casework.people_of_centres(centres uuid[]) returns table (id uuid, count integer)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  insurer integer := nullif(current_setting('meguri.insurer', true), '')::integer;
begin
  if current_setting('meguri.scope', true) is distinct from 'insurer' then
    insurer := registers.need_administrator();
  end if;
  return query
    select p.centre_id, pg_catalog.count(*)::integer from casework.person p
    where p.insurer_id = insurer and p.centre_id = any (centres)
      and p.merged_into is null and p.died_on is null and p.moved_out_on is null
    group by p.centre_id;
end $$;
comment on function casework.people_of_centres is 'door: how many living people each centre looks after; figures only';

do $$
declare
  door regprocedure;
begin
  foreach door in array array['casework.people_of_towns(uuid[])', 'casework.people_of_centres(uuid[])']::regprocedure[]
  loop
    execute format('alter function %s owner to meguri_doors', door);
    execute format('revoke execute on function %s from public', door);
    execute format('grant execute on function %s to meguri_app', door);
  end loop;
end $$;
