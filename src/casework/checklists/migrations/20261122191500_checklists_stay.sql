-- 取下げ keeps the sheet with its reason: nothing of the application removes one.
create policy never_removed on casework.checklist as restrictive for delete to meguri_app using (false);
