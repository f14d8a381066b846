-- The doors of the people area: what has to look or write beyond one's scope. Insurer, actor and reach come from the
-- settings of the transaction, never from arguments; each door has its own right and audit word in the route.

-- Whether the actor may see a person: the sentence of platform.tenant_table, for doors that bypass the policies.
create function casework.person_in_reach(person uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (
    select 1 from casework.person p
    where p.insurer_id = (select nullif(current_setting('meguri.insurer', true), '')::int) and p.id = person
      and ((select current_setting('meguri.scope', true)) = 'insurer'
        or ((select current_setting('meguri.scope', true)) = 'centre'
          and p.centre_id = any ((select nullif(current_setting('meguri.centres', true), ''))::uuid[]))
        or exists (select 1 from platform.person_access a where a.insurer_id = p.insurer_id and a.person_id = p.id
          and a.holder_id = any ((select nullif(current_setting('meguri.holders', true), ''))::uuid[])
          and a.valid_from <= (select nullif(current_setting('meguri.today', true), '')::date)
          and (a.valid_to is null or a.valid_to >= (select nullif(current_setting('meguri.today', true), '')::date)))))
$$;
comment on function casework.person_in_reach is 'true when the actor of the transaction may see the person';

/*
 Ids of people by what needs an index that row-level security would not use: any part of a reading, name, telephone number
 or address, and one typing error by equality of deletion neighbours. Finds within the actor's reach only, and the caller
 joins the ids back under the policies with the scope in its own text.
   most  rows at most, of each way of finding and in all: a text that meets more needs another letter
*/
create function casework.find_people(
  kana text, name text, digits text, address text, keys text[], born_from date, born_to date,
  own_centre uuid, only_own boolean, most integer
) returns table (person_id uuid, matched text)
  language plpgsql stable security definer set search_path = pg_catalog, public as $$
#variable_conflict use_variable
declare
  insurer constant integer := nullif(current_setting('meguri.insurer', true), '');
  everyone constant boolean := current_setting('meguri.scope', true) = 'insurer';
  centres constant uuid[] := nullif(current_setting('meguri.centres', true), '');
  holders constant uuid[] := nullif(current_setting('meguri.holders', true), '');
  today constant date := nullif(current_setting('meguri.today', true), '');
  granted constant uuid[] := array(select a.person_id from platform.person_access a
    where not only_own and not everyone and a.insurer_id = insurer and a.holder_id = any (holders)
      and a.valid_from <= today and (a.valid_to is null or a.valid_to >= today));
begin
  return query
  with found (id, place, how, centre_id, kana_fold) as (
    (select p.id, 1, 'number', p.centre_id, p.kana_fold from casework.person p
      where digits is not null and p.insurer_id = insurer and p.insured_number >= digits and p.insured_number < digits || ':'
        and (everyone or p.centre_id = any (centres) or p.id = any (granted)) and p.merged_into is null
        and (born_from is null or (p.birth_on >= born_from and p.birth_on <= born_to)) limit most)
    union all
    (select p.id, 1, 'number', p.centre_id, p.kana_fold from casework.person p
      where digits is not null and p.insurer_id = insurer and p.resident_number >= digits and p.resident_number < digits || ':'
        and (everyone or p.centre_id = any (centres) or p.id = any (granted)) and p.merged_into is null
        and (born_from is null or (p.birth_on >= born_from and p.birth_on <= born_to)) limit most)
    union all
    (select p.id, 2, 'phone', p.centre_id, p.kana_fold from casework.person p
      where length(digits) >= 4 and p.insurer_id = insurer and p.phone_fold like '%' || digits || '%'
        and (everyone or p.centre_id = any (centres) or p.id = any (granted)) and p.merged_into is null
        and (born_from is null or (p.birth_on >= born_from and p.birth_on <= born_to)) limit most)
    union all
    (select p.id, 3, 'phone', p.centre_id, p.kana_fold from casework.contact c
      join casework.person p on p.insurer_id = insurer and p.id = c.person_id and not p.is_protected
      where length(digits) >= 4 and c.insurer_id = insurer and c.phone_fold like '%' || digits || '%'
        and (everyone or p.centre_id = any (centres) or p.id = any (granted)) and p.merged_into is null
        and (born_from is null or (p.birth_on >= born_from and p.birth_on <= born_to)) limit most)
    union all
    (select p.id, 4, 'kana', p.centre_id, p.kana_fold from casework.person p
      where length(kana) >= 3 and p.insurer_id = insurer and p.kana_fold like '%' || kana || '%'
        and (everyone or p.centre_id = any (centres) or p.id = any (granted)) and p.merged_into is null
        and (born_from is null or (p.birth_on >= born_from and p.birth_on <= born_to)) limit most)
    union all
    (select p.id, 4, 'name', p.centre_id, p.kana_fold from casework.person p
      where length(name) >= 3 and p.insurer_id = insurer and p.name_fold like '%' || name || '%'
        and (everyone or p.centre_id = any (centres) or p.id = any (granted)) and p.merged_into is null
        and (born_from is null or (p.birth_on >= born_from and p.birth_on <= born_to)) limit most)
    union all
    (select p.id, 6, 'address', p.centre_id, p.kana_fold from casework.person p
      where length(address) >= 3 and p.insurer_id = insurer and p.address_fold like '%' || address || '%'
        and (everyone or p.centre_id = any (centres) or p.id = any (granted)) and p.merged_into is null
        and (born_from is null or (p.birth_on >= born_from and p.birth_on <= born_to)) limit most)
    union all
    (select p.id, 6, 'address', p.centre_id, p.kana_fold from casework.person p
      where length(address) = 2 and p.insurer_id = insurer and p.address_fold like address || '%'
        and (everyone or p.centre_id = any (centres) or p.id = any (granted)) and p.merged_into is null
        and (born_from is null or (p.birth_on >= born_from and p.birth_on <= born_to)) limit most)
    union all
    -- typing errors in the whole name: some of each name, or the namesakes of one would hide the others
    (select s.id, 7, 'similar', s.centre_id, s.kana_fold from (
        select p.id, p.centre_id, p.kana_fold, row_number() over (partition by p.kana_fold, p.name_fold
            order by (p.centre_id = own_centre) desc nulls last, p.id) as nth
        from (select distinct k.person_id from casework.person_key k
          where k.insurer_id = insurer and k.key = any (keys) and right(k.key, 1) <> '|') k
        join casework.person p on p.insurer_id = insurer and p.id = k.person_id
        where (everyone or p.centre_id = any (centres) or p.id = any (granted)) and p.merged_into is null
          and (born_from is null or (p.birth_on >= born_from and p.birth_on <= born_to))) s
      where s.nth <= 20 order by s.nth limit most)
    union all
    -- typing errors in the family name: of a name that very many bear only a part, more of it with a birth date
    (select s.id, 8, 'similar', s.centre_id, s.kana_fold from (
        select p.id, p.centre_id, p.kana_fold, row_number() over (partition by p.kana_fold, p.name_fold
            order by (p.centre_id = own_centre) desc nulls last, p.id) as nth
        from (select distinct n.person_id from unnest(keys) typed (key) cross join lateral (
          select k.person_id from casework.person_key k
          where right(typed.key, 1) = '|' and k.insurer_id = insurer and k.key = typed.key
          limit case when born_from is null then 600 else 4000 end) n) k
        join casework.person p on p.insurer_id = insurer and p.id = k.person_id
        where (everyone or p.centre_id = any (centres) or p.id = any (granted)) and p.merged_into is null
          and (born_from is null or (p.birth_on >= born_from and p.birth_on <= born_to))) s
      where s.nth <= 20 order by s.nth limit most)
  ), best as (
    select f.id, (array_agg(f.how order by f.place))[1] as how, min(f.place) as place, f.centre_id, f.kana_fold
    from found f group by f.id, f.centre_id, f.kana_fold
  )
  select b.id, b.how from best b
  order by b.place, (b.centre_id = own_centre) desc nulls last, b.kana_fold, b.id
  limit most;
end $$;
comment on function casework.find_people is 'door of the person search: ids within reach, to be joined back under the policies';

/*
 Candidates of an already registered person, over the whole insurer. Within reach they are shown in full; beyond it only the
 first letter of the name, the birth year and the centre (audit_id goes into the audit line only), and only to who already
 knows the birth date or the telephone number, so that it is no way of browsing. Protected and locked people beyond reach are left out.
*/
create function casework.duplicate_candidates(name text, kana text, keys text[], born date, sex text, phone text, number text)
  returns table (audit_id uuid, person_id uuid, name_shown text, kana_shown text, birth_on date, birth_year integer, sex_shown text,
    town_name text, centre_id uuid, centre_name text, is_masked boolean, reason text)
  language plpgsql stable security definer set search_path = pg_catalog, public as $$
#variable_conflict use_variable
declare
  insurer constant integer := nullif(current_setting('meguri.insurer', true), '');
begin
  perform platform.need_casework_reach();
  return query
  with found (id, place, why) as (
    select p.id, 1, 'same-number' from casework.person p
      where number <> '' and p.insurer_id = insurer and p.insured_number = number
    union all
    select p.id, 2, 'same-name-and-birth' from casework.person p
      where kana <> '' and born is not null and p.insurer_id = insurer and p.kana_fold = kana and p.birth_on = born
    union all
    select p.id, 2, 'same-name-and-birth' from casework.person p
      where name <> '' and born is not null and p.insurer_id = insurer and p.name_fold = name and p.birth_on = born
    union all
    select k.person_id, 3, 'similar-name-and-birth' from casework.person_key k
      join casework.person p on p.insurer_id = insurer and p.id = k.person_id
      where k.insurer_id = insurer and k.key = any (keys) and born is not null and p.birth_on = born
    union all
    select p.id, 4, 'same-phone' from casework.person p
      where length(phone) >= 9 and p.insurer_id = insurer and p.phone_fold = phone
    union all
    select p.id, 5, 'same-name' from casework.person p
      where length(kana) >= 3 and p.insurer_id = insurer and p.kana_fold = kana
    union all
    select p.id, 5, 'same-name' from casework.person p
      where length(name) >= 2 and p.insurer_id = insurer and p.name_fold = name
  ), best as (
    select f.id, min(f.place) as place, (array_agg(f.why order by f.place))[1] as why from found f group by f.id
  ), known as (
    select b.place, b.why, p.*, t.name as town, c.name as centre, casework.person_in_reach(p.id) as seen
    from best b
    join casework.person p on p.insurer_id = insurer and p.id = b.id
    left join registers.town t on t.insurer_id = insurer and t.id = p.town_id
    left join registers.centre c on c.insurer_id = insurer and c.id = p.centre_id
    where p.merged_into is null
  )
  select k.id, case when k.seen then k.id end,
    case when k.seen then k.name else left(k.name, 1) || '＊＊' end,
    case when k.seen then k.kana end,
    case when k.seen then k.birth_on end,
    extract(year from k.birth_on)::integer,
    case when k.seen then k.sex end,
    case when k.seen then k.town end,
    case when k.seen then k.centre_id end,
    k.centre, not k.seen, k.why
  from known k
  where k.seen or (k.place <= 4 and not k.is_locked and not k.is_protected)
  order by k.place, k.seen desc, (k.sex is not distinct from duplicate_candidates.sex) desc, k.kana_fold, k.id
  limit 10;
end $$;
comment on function casework.duplicate_candidates is 'door: who may already be registered, masked beyond the reach of the actor';

/*
 Stores a person typed by hand, also for a centre that is not the actor's: the centre follows the address. An actor who then
 could not see the person is granted access for 14 days, so that the call can be recorded and handed over.
*/
create function casework.register_person(fields jsonb, keys text[]) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  insurer constant integer := nullif(current_setting('meguri.insurer', true), '');
  staff constant uuid := nullif(current_setting('meguri.staff', true), '');
  today constant date := nullif(current_setting('meguri.today', true), '');
  stored uuid;
  is_granted boolean := false;
begin
  perform platform.need_casework_reach();
  if insurer is null or staff is null then
    raise exception 'no actor' using errcode = 'insufficient_privilege';
  end if;
  insert into casework.person (insurer_id, id, centre_id, area_id, town_id, staff_id, insured_number, name, kana, alias,
    name_fold, kana_fold, birth_on, birth_uncertainty, sex, relationship, postal_code, address_rest, building, address_fold,
    phone, phone_fold, note, source, created_by)
  select insurer, coalesce(f.id, uuidv7()), f.centre_id, f.area_id, f.town_id, f.staff_id, f.insured_number, f.name, f.kana, f.alias,
    f.name_fold, f.kana_fold, f.birth_on, f.birth_uncertainty, f.sex, f.relationship, f.postal_code, f.address_rest,
    f.building, f.address_fold, f.phone, f.phone_fold, f.note, 'hand', staff
  from jsonb_to_record(fields) as f (id uuid, centre_id uuid, area_id uuid, town_id uuid, staff_id uuid, insured_number text, name text,
    kana text, alias text, name_fold text, kana_fold text, birth_on date, birth_uncertainty text, sex text, relationship text,
    postal_code text, address_rest text, building text, address_fold text, phone text, phone_fold text, note text)
  on conflict (insurer_id, id) do nothing
  returning id into stored;
  if stored is null then -- sent twice: the first stands; an id of somebody else's making is refused like a bad number
    select p.id into stored from casework.person p
      where p.insurer_id = insurer and p.id = (fields ->> 'id')::uuid and p.created_by = staff;
    if stored is null then
      raise exception 'id is taken' using errcode = 'unique_violation';
    end if;
    return jsonb_build_object('id', stored, 'isGranted', exists (
      select 1 from platform.person_access a where a.insurer_id = insurer and a.person_id = stored and a.holder_id = staff));
  end if;
  insert into casework.person_key (insurer_id, person_id, key)
    select distinct insurer, stored, k from unnest(keys) k where k <> '';
  if not casework.person_in_reach(stored) then
    insert into platform.person_access (insurer_id, person_id, holder_id, kind, valid_from, valid_to, reason, granted_by)
      values (insurer, stored, staff, 'grant', today, today + 14, '新規登録（他センターの担当）', staff);
    is_granted := true;
  end if;
  return jsonb_build_object('id', stored, 'isGranted', is_granted);
end $$;
comment on function casework.register_person is 'door: stores a person by hand for the centre of the address';

-- The keys of a person within reach, anew: after a change of name or reading.
create function casework.set_person_keys(person uuid, keys text[]) returns void
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  insurer constant integer := nullif(current_setting('meguri.insurer', true), '');
begin
  if not casework.person_in_reach(person) then
    raise exception 'person is out of reach' using errcode = 'insufficient_privilege';
  end if;
  delete from casework.person_key k where k.insurer_id = insurer and k.person_id = person;
  insert into casework.person_key (insurer_id, person_id, key)
    select distinct insurer, person, k from unnest(keys) k where k <> '';
end $$;
comment on function casework.set_person_keys is 'door: replaces the deletion neighbours of a person within reach';

-- How many others live in the household, seen or not: the sheet counts those it may not name. Locked ones are not counted.
create function casework.household_others(person uuid) returns integer
  language sql stable security definer set search_path = pg_catalog, public as $$
  select count(*)::integer from casework.person p
  join casework.person h on h.insurer_id = p.insurer_id and h.household_number = p.household_number and h.id <> p.id
  where p.insurer_id = (select nullif(current_setting('meguri.insurer', true), '')::int) and p.id = person
    and casework.person_in_reach(person) and not h.is_locked and h.merged_into is null and h.died_on is null
$$;
comment on function casework.household_others is 'door: number of other living members of the household of a person within reach';

/*
 照会: who looks after a caller. Needs the whole name (written or reading) and the birth date; answers name, kana, birth year
 and 担当センター, nothing else (the id goes into the audit line only). Locked people and people under 支援措置 are never in it.
*/
create function casework.who_looks_after(name text, kana text, born date)
  returns table (person_id uuid, name_shown text, kana_shown text, birth_year integer, centre_name text)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select platform.need_casework_reach();
  select p.id, p.name, p.kana, extract(year from p.birth_on)::integer, c.name
  from casework.person p
  left join registers.centre c on c.insurer_id = p.insurer_id and c.id = p.centre_id
  where p.insurer_id = (select nullif(current_setting('meguri.insurer', true), '')::int)
    and p.birth_on = born and p.merged_into is null and not p.is_locked and not p.is_protected
    and p.id in (
      select b.id from casework.person b where b.insurer_id = (select nullif(current_setting('meguri.insurer', true), '')::int)
        and $2 <> '' and b.kana_fold = $2
      union
      select b.id from casework.person b where b.insurer_id = (select nullif(current_setting('meguri.insurer', true), '')::int)
        and $1 <> '' and b.name_fold = $1)
  order by p.kana_fold, p.id
  limit 5
$$;
comment on function casework.who_looks_after is 'door of 照会: name, kana, birth year and centre of a person known by whole name and birth date';

/*
 Hands a person over to another centre: the person and every tenant row that belongs to it and carries a centre. The journal
 stays with the centre that did the work. Open tasks go to the receiver, and one more task asks for the receipt.
 Returns null when the person is absent or out of reach, else {outcome: 'done' | 'conflict' | 'same-centre' |
 'no-such-centre' | 'no-receiver', …}.
*/
create function casework.transfer_person(person uuid, expected_version integer, to_centre uuid, to_staff uuid, reason text)
  returns jsonb language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  insurer constant integer := nullif(current_setting('meguri.insurer', true), '');
  staff constant uuid := nullif(current_setting('meguri.staff', true), '');
  today constant date := nullif(current_setting('meguri.today', true), '');
  before casework.person;
  receiver uuid;
  moved record;
begin
  if coalesce(current_setting('meguri.scope', true), '') not in ('insurer', 'centre')
    or not casework.person_in_reach(person) then
    return null;
  end if;
  select * into before from casework.person p where p.insurer_id = insurer and p.id = person for update;
  if before.version <> expected_version then
    return jsonb_build_object('outcome', 'conflict');
  elsif before.centre_id is not distinct from to_centre then
    return jsonb_build_object('outcome', 'same-centre');
  elsif not exists (select 1 from registers.centre c where c.insurer_id = insurer and c.id = to_centre
    and c.valid_from <= today and (c.valid_to is null or c.valid_to >= today)) then
    return jsonb_build_object('outcome', 'no-such-centre');
  end if;
  select o.staff_id into receiver from registers.post o
    where o.insurer_id = insurer and o.centre_id = to_centre and o.valid_from <= today
      and (o.valid_to is null or o.valid_to >= today) and (to_staff is null or o.staff_id = to_staff)
      and o.role in ('centreManager', 'centreStaff', 'coreCentreStaff', 'planner')
    order by (o.role = 'centreManager') desc, o.staff_id limit 1;
  if receiver is null then
    return jsonb_build_object('outcome', 'no-receiver');
  end if;

  update casework.person p set centre_id = to_centre, staff_id = to_staff, updated_at = now()
    where p.insurer_id = insurer and p.id = person;
  update platform.task t set holder_id = receiver, is_new = true, handed_by = staff, handed_at = now(), received_at = null
    where t.insurer_id = insurer and t.person_id = person and t.state in ('open', 'waiting')
      and t.centre_id is not distinct from before.centre_id;
  -- history last: the updates before it have just written rows of their own
  for moved in
    select r.table_name, r.person_column, r.centre_column from platform.tenant_table_register r
    where r.person_column is not null and r.centre_column is not null
      and r.table_name not in ('casework.person', 'platform.journal')
    order by (r.table_name = 'platform.history'), r.table_name
  loop
    execute format('update %s set %I = $1 where insurer_id = $2 and %I = $3 and %I is distinct from $1',
      moved.table_name::regclass, moved.centre_column, moved.person_column, moved.centre_column)
      using to_centre, insurer, person;
  end loop;
  insert into platform.task (insurer_id, person_id, centre_id, holder_id, kind, title, due_on, is_new, handed_by, handed_at,
    source_type, source_id, created_by)
  values (insurer, person, to_centre, receiver, 'person.transfer-receipt', '引き継ぎの受領: ' || reason, today, true, staff,
    now(), 'person', person, staff);
  return jsonb_build_object('outcome', 'done', 'fromCentreId', before.centre_id, 'receiverId', receiver);
end $$;
comment on function casework.transfer_person is 'door: moves a person and its records to another centre';

-- transfer_person reads there which tables carry a person and a centre
grant select on platform.tenant_table_register to meguri_doors;

do $$
declare
  door regprocedure;
begin
  foreach door in array array[
    'casework.person_in_reach(uuid)',
    'casework.find_people(text,text,text,text,text[],date,date,uuid,boolean,integer)',
    'casework.duplicate_candidates(text,text,text[],date,text,text,text)',
    'casework.register_person(jsonb,text[])',
    'casework.set_person_keys(uuid,text[])',
    'casework.household_others(uuid)',
    'casework.who_looks_after(text,text,date)',
    'casework.transfer_person(uuid,integer,uuid,uuid,text)']::regprocedure[]
  loop
    execute format('alter function %s owner to meguri_doors', door);
    execute format('revoke execute on function %s from public', door);
    execute format('grant execute on function %s to meguri_app', door);
  end loop;
end $$;
