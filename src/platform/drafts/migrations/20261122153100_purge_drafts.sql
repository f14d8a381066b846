-- Drafts live for 14 days after the last change. For a nightly job; takes no argument, so nothing else can be removed.
create function platform.purge_drafts() returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  removed integer;
begin
  delete from platform.draft where updated_at < now() - interval '14 days';
  get diagnostics removed = row_count;
  return removed;
end $$;
comment on function platform.purge_drafts() is 'removes drafts of all insurers that nobody touched for 14 days; returns how many';
alter function platform.purge_drafts() owner to meguri_doors;
revoke execute on function platform.purge_drafts() from public;
grant execute on function platform.purge_drafts() to meguri_app;
