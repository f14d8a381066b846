-- A contractor corrects and takes back what it recorded itself, at its office, until a professional has confirmed it; the sheets of
-- the centre are read only to it.
create policy own_sheets_changed on casework.checklist as restrictive for update to meguri_app using (
  (select current_setting('meguri.scope', true)) <> 'assignment'
  or ((select nullif(current_setting('meguri.staff', true), '')::uuid) in (staff_id, created_by)
    and recorded_centre_id is null and confirmed_at is null))
  with check (current_setting('meguri.scope', true) <> 'assignment' or confirmed_at is null);
