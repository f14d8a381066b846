-- A contractor records and corrects sheets; 確認 is a professional's of the centre or of the insurer, and no centre counts its work.
create function casework.guard_checklist() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if current_user <> 'meguri_app' or current_setting('meguri.scope', true) is distinct from 'assignment' then
    return new;
  end if;
  if tg_op = 'INSERT' then
    if new.confirmed_at is not null or new.recorded_centre_id is not null then
      raise exception 'a contractor confirms nothing and counts for no centre' using errcode = 'insufficient_privilege';
    end if;
  elsif new.recorded_centre_id is distinct from old.recorded_centre_id or new.person_id <> old.person_id
    or (new.confirmed_at is not null and (new.confirmed_judgement, new.confirmed_by, new.confirmed_at, new.confirmed_reason)
      is distinct from (old.confirmed_judgement, old.confirmed_by, old.confirmed_at, old.confirmed_reason)) then
    raise exception 'a contractor confirms nothing and moves no sheet' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
comment on function casework.guard_checklist() is 'trigger: what of a sheet a contractor may not write';
revoke execute on function casework.guard_checklist() from public;
create trigger guard before insert or update on casework.checklist
  for each row execute function casework.guard_checklist();
