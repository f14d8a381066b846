-- Deletion neighbours of many people at once, the keys of each in one text with blanks between. Before, two million pairs went
-- through a sorted temporary table and two arrays; now some ten thousand people at a time are split and sorted here.
create function casework.store_keys_of_people(persons uuid[], texts text[]) returns void
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp set work_mem = '64MB' as $$
declare
  insurer constant integer := nullif(current_setting('meguri.insurer', true), '');
begin
  if insurer is null or current_setting('meguri.scope', true) is distinct from 'insurer' then
    raise exception 'only with the reach of the insurer' using errcode = 'insufficient_privilege';
  end if;
  insert into casework.person_key (insurer_id, person_id, key)
    select insurer, k.person_id, one from unnest(persons, texts) as k (person_id, text), string_to_table(k.text, ' ') as one
    where exists (select 1 from casework.person p where p.insurer_id = insurer and p.id = k.person_id)
    order by one, k.person_id;
end $$;
comment on function casework.store_keys_of_people is 'door of the import: adds deletion neighbours of people of the insurer, who have none yet; the keys of a person in one text';
alter function casework.store_keys_of_people owner to meguri_doors;
revoke execute on function casework.store_keys_of_people from public;
grant execute on function casework.store_keys_of_people to meguri_app;
drop function casework.store_person_keys(uuid[], text[]);
