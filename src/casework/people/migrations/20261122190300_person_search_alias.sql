-- 通称 is found like a name or a reading; a consultation about a merged record goes to the record that goes on.
create or replace function casework.find_people(
  kana text, name text, digits text, address text, keys text[], born_from date, born_to date,
  own_centre uuid, only_own boolean, most integer
) returns table (person_id uuid, matched text)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
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
    (select p.id, 5, 'alias', p.centre_id, p.kana_fold from casework.person p
      where (length(name) >= 2 or length(kana) >= 2) and p.insurer_id = insurer and p.alias_fold <> ''
        and (p.alias_fold like '%' || name || '%' or p.alias_fold like '%' || kana || '%')
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

create or replace function casework.register_person(fields jsonb, keys text[]) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
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
  insert into casework.person (insurer_id, id, centre_id, area_id, town_id, staff_id, insured_number, name, kana, alias, alias_fold,
    name_fold, kana_fold, birth_on, birth_uncertainty, sex, relationship, postal_code, address_rest, building, address_fold,
    phone, phone_fold, note, source, created_by)
  select insurer, coalesce(f.id, uuidv7()), f.centre_id, f.area_id, f.town_id, f.staff_id, f.insured_number, f.name, f.kana, f.alias, coalesce(f.alias_fold, ''),
    f.name_fold, f.kana_fold, f.birth_on, f.birth_uncertainty, f.sex, f.relationship, f.postal_code, f.address_rest,
    f.building, f.address_fold, f.phone, f.phone_fold, f.note, 'hand', staff
  from jsonb_to_record(fields) as f (id uuid, centre_id uuid, area_id uuid, town_id uuid, staff_id uuid, insured_number text, name text,
    kana text, alias text, alias_fold text, name_fold text, kana_fold text, birth_on date, birth_uncertainty text, sex text, relationship text,
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

create or replace function casework.place_of_visible(person uuid, received timestamptz, since date)
  returns table (person_id uuid, centre_id uuid, area_id uuid, continuity text)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  insurer constant integer := nullif(current_setting('meguri.insurer', true), '');
  scope constant text := current_setting('meguri.scope', true);
  centres constant uuid[] := nullif(current_setting('meguri.centres', true), '');
begin
  return query
    select p.id, p.centre_id, p.area_id, coalesce(last.continuity, 'new')
    from casework.person p
    left join lateral (
      select case when c.received_on < since then 'new'
        when c.close_reason is not null or 'closed' = any (c.responses) then 'reopened' else 'continued' end as continuity
      from casework.consultation c
      where since is not null and c.insurer_id = insurer and c.person_id = p.id and c.withdrawn_at is null
        and c.received_at <= received
      order by c.received_at desc, c.id desc limit 1) last on true
    where p.insurer_id = insurer and p.id = casework.surviving_person(person)
      and (scope = 'insurer' or (scope = 'centre' and p.centre_id = any (centres)) or platform.holds_access(p.id));
end $$;
