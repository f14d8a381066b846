-- Who logs in, with what, and where they are signed in. The first part is what better-auth's getMigrations() gives for
-- the options of auth.ts (uuid in place of text for staff_id and post_id); the second part is ours. A test compares.

create schema identity;
comment on schema identity is 'log-ins, password hashes, second factors, sessions; better-auth''s tables under our names';
grant usage on schema identity to meguri_identity, meguri_doors;
set local search_path = identity, pg_catalog;

create table login (
  id uuid default pg_catalog.gen_random_uuid() not null primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null,
  image text,
  created_at timestamptz default current_timestamp not null,
  updated_at timestamptz default current_timestamp not null,
  username text unique,
  display_username text,
  two_factor_enabled boolean,
  insurer_id integer not null,
  staff_id uuid not null unique,
  must_change_password boolean not null
);
create table session (
  id uuid default pg_catalog.gen_random_uuid() not null primary key,
  expires_at timestamptz not null,
  token text not null unique,
  created_at timestamptz default current_timestamp not null,
  updated_at timestamptz not null,
  ip_address text,
  user_agent text,
  login_id uuid not null references login (id) on delete cascade,
  post_id uuid not null,
  last_used_at timestamptz not null
);
create table credential (
  id uuid default pg_catalog.gen_random_uuid() not null primary key,
  account_id text not null,
  provider_id text not null,
  login_id uuid not null references login (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz default current_timestamp not null,
  updated_at timestamptz not null
);
create table verification (
  id uuid default pg_catalog.gen_random_uuid() not null primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz default current_timestamp not null,
  updated_at timestamptz default current_timestamp not null
);
create table second_factor (
  id uuid default pg_catalog.gen_random_uuid() not null primary key,
  secret text not null,
  backup_codes text not null,
  login_id uuid not null references login (id) on delete cascade,
  verified boolean,
  failed_verification_count integer,
  locked_until timestamptz
);
create index session_login_id_idx on session (login_id);
create index credential_login_id_idx on credential (login_id);
create index verification_identifier_idx on verification (identifier);
create index second_factor_secret_idx on second_factor (secret);
create index second_factor_login_id_idx on second_factor (login_id);

-- Ours: lock-out per account, the post last worked in, a time code that counts once.
alter table login
  add column failed_count integer not null default 0 check (failed_count >= 0),
  add column last_failed_at timestamptz,
  add column locked_until timestamptz,
  add column last_post_id uuid;
alter table second_factor add column last_counter bigint;
create unique index credential_of_login on credential (login_id, provider_id);
create unique index second_factor_of_login on second_factor (login_id);

comment on table login is 'one account of one member of staff; no sign-up exists';
comment on column login.id is 'given by the database';
comment on column login.name is 'copy of the name, for authenticator apps and operators';
comment on column login.email is 'synthetic, <staff id>@staff.invalid: better-auth wants one, nothing is ever sent';
comment on column login.email_verified is 'always false: there is no address';
comment on column login.image is 'unused';
comment on column login.created_at is 'when the account was made';
comment on column login.updated_at is 'last change of the row';
comment on column login.username is 'staff number, width folded and in small letters';
comment on column login.display_username is 'staff number as the administrator wrote it';
comment on column login.two_factor_enabled is 'a second factor was confirmed and is asked at every sign-in';
comment on column login.insurer_id is 'insurer of the member of staff';
comment on column login.staff_id is 'registers.staff; no foreign key across the tenancy border';
comment on column login.must_change_password is 'the present password was given by somebody else';
comment on column login.failed_count is 'failed sign-ins in a row; back to zero by a good one';
comment on column login.last_failed_at is 'last failed sign-in; a day later counting begins anew';
comment on column login.locked_until is 'until then even the right password is refused';
comment on column login.last_post_id is 'the post chosen last: the one the next session begins in';
comment on table session is 'one sign-in on one device';
comment on column session.id is 'stands in the audit; not the secret';
comment on column session.expires_at is '12 hours after sign-in, whatever happens';
comment on column session.token is 'what the signed cookie carries';
comment on column session.created_at is 'time of sign-in';
comment on column session.updated_at is 'last change of the row';
comment on column session.ip_address is 'unused: one address stands for a whole city hall';
comment on column session.user_agent is 'what the browser calls itself, cut to 200 letters';
comment on column session.login_id is 'whose session it is';
comment on column session.post_id is 'the post (registers.post) worked in; rights come from it';
comment on column session.last_used_at is 'last request, written at most once a minute';
comment on table credential is 'how a login proves itself; provider ''credential'' is the password';
comment on column credential.id is 'given by the database';
comment on column credential.account_id is 'name of the account at its provider; for passwords the login';
comment on column credential.provider_id is '''credential'' or the name of a city directory';
comment on column credential.login_id is 'whose it is';
comment on column credential.access_token is 'unused until a directory is connected';
comment on column credential.refresh_token is 'unused until a directory is connected';
comment on column credential.id_token is 'unused until a directory is connected';
comment on column credential.access_token_expires_at is 'unused until a directory is connected';
comment on column credential.refresh_token_expires_at is 'unused until a directory is connected';
comment on column credential.scope is 'unused until a directory is connected';
comment on column credential.password is 'scrypt hash with its salt';
comment on column credential.created_at is 'when it was made';
comment on column credential.updated_at is 'last change of the password';
comment on table verification is 'better-auth''s short-lived values; empty until a directory is connected';
comment on column verification.id is 'given by the database';
comment on column verification.identifier is 'what the value is for';
comment on column verification.value is 'the value';
comment on column verification.expires_at is 'end of its validity';
comment on column verification.created_at is 'when it was made';
comment on column verification.updated_at is 'last change of the row';
comment on table second_factor is 'the authenticator of a login and its recovery codes';
comment on column second_factor.id is 'given by the database';
comment on column second_factor.secret is 'TOTP secret, encrypted with a key outside the database';
comment on column second_factor.backup_codes is 'unused recovery codes as a JSON array, encrypted with the same key';
comment on column second_factor.login_id is 'whose it is';
comment on column second_factor.verified is 'false: begun and not yet confirmed by a code';
comment on column second_factor.failed_verification_count is 'unused: failures count on the login';
comment on column second_factor.locked_until is 'unused: the login is locked as a whole';
comment on column second_factor.last_counter is 'time step of the last accepted code; the same or an older one is refused';

grant select, insert, update, delete on login, session, credential, verification, second_factor to meguri_identity;
grant select on login, session to meguri_doors;
grant insert on login, credential to meguri_doors;

-- Every server process drops what it remembers at once. The channel can be heard by any role: ids only, no secrets.
create function announce_session() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  perform pg_notify('meguri_session', 'session ' || old.id);
  return null;
end $$;
comment on function announce_session() is 'trigger: a session ended or works in another post';
create trigger announce after delete or update of post_id, expires_at on session
  for each row execute function announce_session();

create function announce_login() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  perform pg_notify('meguri_session', 'staff ' || old.staff_id);
  return null;
end $$;
comment on function announce_login() is 'trigger: what a login may do has changed';
create trigger announce after delete or update of must_change_password, two_factor_enabled on login
  for each row execute function announce_login();

-- The one way in which accounts are made: by the server, by commands, and inside the transaction that adds staff.
create function add_login(
  insurer integer, staff uuid, staff_number text, staff_name text, hash text, must_change boolean, made_at timestamptz
) returns uuid language plpgsql security definer set search_path = pg_catalog as $$
declare
  made uuid;
begin
  insert into identity.login (name, email, email_verified, created_at, updated_at, username, display_username,
    two_factor_enabled, insurer_id, staff_id, must_change_password)
  values (staff_name, staff || '@staff.invalid', false, made_at, made_at, lower(normalize(trim(staff_number), nfkc)),
    staff_number, false, insurer, staff, must_change)
  returning id into made;
  insert into identity.credential (account_id, provider_id, login_id, password, created_at, updated_at)
  values (made, 'credential', made, hash, made_at, made_at);
  return made;
end $$;
comment on function add_login is 'makes an account with a password hash; unique violation when the staff number has one';
grant create on schema identity to meguri_doors;
alter function add_login owner to meguri_doors;
revoke create on schema identity from meguri_doors;
revoke execute on function add_login from public;
grant execute on function add_login to meguri_identity, meguri_owner;

reset search_path;
