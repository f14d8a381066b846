-- Who holds an access to somebody, and why, is as personal as the record: seen by its holder and by who sees the person.
drop policy seen on platform.person_access;
create policy seen on platform.person_access for select to meguri_app using (
  insurer_id = (select nullif(current_setting('meguri.insurer', true), '')::int)
  and (holder_id = any ((select nullif(current_setting('meguri.holders', true), ''))::uuid[])
    or (select current_setting('meguri.scope', true)) = 'insurer'
    or ((select current_setting('meguri.scope', true)) = 'centre' and casework.person_in_reach(person_id))));
