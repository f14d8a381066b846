-- The submitted months, held by the database alone: no truncation; and a session of a centre forges no 受理, writes into no other
-- centre's report, and moves its own on by nothing but the next version.
create trigger submitted_stays_whole before truncate on evaluation.monthly_report_version
  for each statement execute function evaluation.submitted_stays();
create trigger submitted_stays_whole before truncate on evaluation.monthly_report_step
  for each statement execute function evaluation.submitted_stays();

create function evaluation.check_version() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  report evaluation.monthly_report;
begin
  select * into report from evaluation.monthly_report r where r.insurer_id = new.insurer_id and r.id = new.report_id;
  if report.id is null or report.centre_id is distinct from new.centre_id then
    raise exception 'a version is of its report''s centre' using errcode = 'insufficient_privilege';
  elsif new.number <> report.last_number + 1 then
    raise exception 'a version follows the last one' using errcode = 'restrict_violation';
  elsif current_user = 'meguri_app' and new.confirmed_by is distinct from nullif(current_setting('meguri.staff', true), '')::uuid then
    raise exception 'a version is confirmed by who stores it' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
comment on function evaluation.check_version() is 'trigger: a version is the next one of a report within reach, by the session''s staff';
revoke execute on function evaluation.check_version() from public;
create trigger check_version before insert on evaluation.monthly_report_version
  for each row execute function evaluation.check_version();

create function evaluation.check_step() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from evaluation.monthly_report r
    join evaluation.monthly_report_version v on v.insurer_id = r.insurer_id and v.report_id = r.id and v.id = new.version_id
    where r.insurer_id = new.insurer_id and r.id = new.report_id and r.centre_id is not distinct from new.centre_id) then
    raise exception 'a step is of its report''s centre and version' using errcode = 'insufficient_privilege';
  elsif current_user = 'meguri_app' and (new.staff_id is distinct from nullif(current_setting('meguri.staff', true), '')::uuid
    or (new.step in ('accepted', 'returned') and current_setting('meguri.scope', true) is distinct from 'insurer')) then
    raise exception 'a step is recorded by who takes it' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
comment on function evaluation.check_step() is 'trigger: who may record which step of a report';
revoke execute on function evaluation.check_step() from public;
create trigger check_step before insert on evaluation.monthly_report_step
  for each row execute function evaluation.check_step();

create function evaluation.check_next_version() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  is_next constant boolean := new.last_number = old.last_number + 1;
begin
  if (new.last_number <> old.last_number and not is_next)
    or (new.last_version_id is distinct from old.last_version_id and not is_next)
    or (new.state is distinct from old.state and (new.state = 'draft' or (new.state = 'confirmed' and not is_next)))
    or (is_next and (new.state <> 'confirmed' or not exists (select from evaluation.monthly_report_version v
      where v.insurer_id = new.insurer_id and v.id = new.last_version_id and v.report_id = new.id and v.number = new.last_number)))
  then
    raise exception 'a monthly report moves on by its next version' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
comment on function evaluation.check_next_version() is 'trigger: 確定 goes with the next version, and only with it';
revoke execute on function evaluation.check_next_version() from public;
create trigger check_next_version before update on evaluation.monthly_report
  for each row execute function evaluation.check_next_version();
