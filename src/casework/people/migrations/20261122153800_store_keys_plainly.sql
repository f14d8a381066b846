-- Without "on conflict": the import takes stale keys away first and hands no pair over twice; a third less work for 200,000 people.
create or replace function casework.store_person_keys(persons uuid[], keys text[]) returns void
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  insurer constant integer := nullif(current_setting('meguri.insurer', true), '');
begin
  if insurer is null or current_setting('meguri.scope', true) is distinct from 'insurer' then
    raise exception 'only with the reach of the insurer' using errcode = 'insufficient_privilege';
  end if;
  insert into casework.person_key (insurer_id, person_id, key)
    select insurer, k.person_id, k.key from unnest(persons, keys) as k (person_id, key);
end $$;
