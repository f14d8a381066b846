-- Signing in through the city's directory (OIDC): attempts under way, whose account is whose, what the directory proved.

create table identity.directory_attempt (
  id text not null primary key,
  state text not null,
  nonce text not null,
  code_verifier text not null,
  login_id uuid references identity.login (id) on delete cascade,
  begun_at timestamptz not null
);
create index directory_attempt_of_login on identity.directory_attempt (login_id);
comment on table identity.directory_attempt is 'a sign-in through the directory under way; ten minutes at most, used once';
comment on column identity.directory_attempt.id is 'SHA-256 of what the browser''s cookie carries';
comment on column identity.directory_attempt.state is 'comes back from the directory unchanged';
comment on column identity.directory_attempt.nonce is 'stands in the directory''s signed answer';
comment on column identity.directory_attempt.code_verifier is 'PKCE: only who began can redeem the code';
comment on column identity.directory_attempt.login_id is 'proved by the directory, the second factor of ours is still to come; null: on the way';
grant select, insert, update, delete on identity.directory_attempt to meguri_identity;

alter table identity.session
  add column by_directory boolean not null default false,
  add column directory_factors boolean not null default false;
comment on column identity.session.by_directory is 'signed in through the city''s directory: no password of ours was used';
comment on column identity.session.directory_factors is 'the directory asked for two factors, by configuration';
create unique index credential_of_account on identity.credential (provider_id, account_id) where provider_id = 'directory';
comment on column identity.credential.account_id is 'for passwords the login; for the directory the subject that never changes there';

-- One statement on the hot path: session → login → staff → post → centres below. No row: no such session, or no such staff today.
create or replace function identity.find_session(session_token text, today date) returns table (
  session_id uuid, login_id uuid, insurer_id integer, staff_id uuid, expires_at timestamptz, last_used_at timestamptz,
  must_change_password boolean, two_factor_enabled boolean, two_factors_required boolean, is_sample boolean,
  idle_minutes integer, profession text, post_id uuid, role text, centre_id uuid, organisation_id uuid, centre_ids uuid[]
) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query
    select s.id, l.id, l.insurer_id, l.staff_id, s.expires_at, s.last_used_at,
      l.must_change_password and not s.by_directory,
      coalesce(l.two_factor_enabled, false) or s.directory_factors, coalesce((registers.setting_value(i.insurer_id, 'security.two-factors', today))::boolean, true), i.is_sample,
      coalesce((registers.setting_value(i.insurer_id, 'security.idle-minutes', today))::integer, 30), f.profession, p.id, p.role, p.centre_id, p.organisation_id,
      array(
        with recursive below (id) as (
          select p.centre_id where p.centre_id is not null
          union
          select c.id from registers.centre c join below b on c.parent_id = b.id where c.insurer_id = l.insurer_id)
        select below.id from below)
    from identity.session s
    join identity.login l on l.id = s.login_id
    join registers.insurer i on i.insurer_id = l.insurer_id
    join registers.staff f on f.insurer_id = l.insurer_id and f.id = l.staff_id
      and f.valid_from <= today and (f.valid_to is null or f.valid_to >= today)
    left join registers.post p on p.insurer_id = l.insurer_id and p.id = s.post_id and p.staff_id = l.staff_id
      and p.valid_from <= today and (p.valid_to is null or p.valid_to >= today)
    where s.token = session_token;
end $$;
comment on function identity.find_session is 'a session by its token, with the post if it holds today (else post_id is null) and the post''s centre with all below it';
