/*
 Where a consultation about a person belongs: the person's centre and area, and whether it is new, continued or reopened.
 A door, because the same question asked under the policies prepares some forty init plans for one row. It checks the reach
 itself, in the words of platform.tenant_table, and tells nothing of a person who is out of it: no row.
   received  instant of the new consultation; only earlier ones count
   since     a last consultation before this day counts as new again; null: continuity was chosen by hand
*/
create function casework.place_of_visible(person uuid, received timestamptz, since date)
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
    where p.insurer_id = insurer and p.id = person
      and (scope = 'insurer' or (scope = 'centre' and p.centre_id = any (centres)) or platform.holds_access(p.id));
end $$;
comment on function casework.place_of_visible is 'door: centre, area and continuity for a new consultation about a person within reach';
alter function casework.place_of_visible(uuid, timestamptz, date) owner to meguri_doors;
revoke execute on function casework.place_of_visible(uuid, timestamptz, date) from public;
grant execute on function casework.place_of_visible(uuid, timestamptz, date) to meguri_app;
