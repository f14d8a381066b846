-- What this installation is: a sample of invented people, or the real thing. Said once, never changed.
create table platform.installation (
  one boolean primary key default true check (one),
  is_sample boolean not null,
  seed bigint,
  scale numeric check (scale > 0 and scale <= 1),
  anchor_on date,
  attribution text,
  check (is_sample = (seed is not null and scale is not null and anchor_on is not null and attribution is not null))
);
comment on table platform.installation is 'one row: whether the people of this database are invented; every page of a sample says so. No row: not said yet';
comment on column platform.installation.one is 'always true: there is one row at most';
comment on column platform.installation.is_sample is 'true: invented people, loaded by the command demo; false: production';
comment on column platform.installation.seed is 'seed of the generator; the same seed, scale and anchor give the same rows';
comment on column platform.installation.scale is '1: as many people aged 65 and over as the source counts';
comment on column platform.installation.anchor_on is 'the day around which the sample stands';
comment on column platform.installation.attribution is 'the line that stands beside everything made from the source';
grant select on platform.installation to meguri_app, meguri_doors, meguri_readonly, meguri_reference;

create function platform.installation_stays() returns trigger language plpgsql as $$
begin
  raise exception 'platform.installation is said once: % refused', lower(tg_op) using errcode = 'insufficient_privilege';
end $$;
comment on function platform.installation_stays() is 'trigger: refuses update, delete and truncate for everyone';
create trigger said_once before update or delete or truncate on platform.installation
  for each statement execute function platform.installation_stays();
alter table platform.installation enable always trigger said_once;

-- Both directions: no sample beside real insurers, no real insurer in a sample. Published statistics of a real
-- municipality may stand in either.
create function platform.installation_fits() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if exists (select 1 from registers.insurer i
             where case when new.is_sample then not i.is_sample and not i.is_statistics_only else i.is_sample end) then
    raise exception 'the insurers of this database do not fit is_sample = %', new.is_sample using errcode = 'check_violation';
  end if;
  return new;
end $$;
comment on function platform.installation_fits() is 'trigger: the first insurers must be of the kind that the installation says';
alter function platform.installation_fits() owner to meguri_doors;
revoke execute on function platform.installation_fits() from public;
create trigger fits before insert on platform.installation for each row execute function platform.installation_fits();

create function platform.insurer_fits() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  sample constant boolean := (select is_sample from platform.installation);
begin
  if tg_op = 'UPDATE' and sample is not null and new.is_sample is distinct from old.is_sample then
    raise exception 'a sample insurer stays one, a real one too' using errcode = 'check_violation';
  end if;
  if (sample and not new.is_sample and not new.is_statistics_only) or (not sample and new.is_sample) then
    raise exception 'insurer % does not fit an installation with is_sample = %', new.insurer_id, sample
      using errcode = 'check_violation';
  end if;
  return new;
end $$;
comment on function platform.insurer_fits() is 'trigger: no real insurer enters a sample, no sample insurer a production database';
alter function platform.insurer_fits() owner to meguri_doors;
revoke execute on function platform.insurer_fits() from public;
create trigger fits_installation before insert or update on registers.insurer
  for each row execute function platform.insurer_fits();
