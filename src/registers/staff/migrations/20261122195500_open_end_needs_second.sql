-- A post without a last day is the longest of all: taking the last day away asks for a second person, too.
create or replace function registers.end_post(post uuid, seen_version integer, last_day date) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  insurer constant integer := registers.need_administrator();
begin
  if exists (select from registers.post p where p.insurer_id = insurer and p.id = post
    and p.valid_to < coalesce(last_day, 'infinity'::date)
    and registers.why_second(p.staff_id, p.role) is not null and registers.has_second(p.staff_id)) then
    raise exception 'a longer post needs a second person' using errcode = 'restrict_violation';
  end if;
  update registers.post p set valid_to = last_day where p.insurer_id = insurer and p.id = post and p.version = seen_version;
  return found;
end $$;
