-- Audit: lines that are only ever added, and the seals that make a later change visible.

create table audit.line (
  id uuid not null default uuidv7() primary key,
  epoch integer not null default 1,
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null,
  insurer_id integer,
  staff_id uuid,
  post_id uuid,
  role text,
  session_id text,
  request_id text not null check (request_id <> ''),
  action text not null check (action <> ''),
  outcome text not null check (outcome in ('done', 'refused', 'failed')),
  record_type text,
  record_id uuid,
  person_ids uuid[] not null default '{}',
  detail jsonb
);
create unique index line_in_commit_order on audit.line (epoch, xid, id);
create index line_of_insurer on audit.line (insurer_id, at, id);
create index line_of_staff on audit.line (insurer_id, staff_id, at, id);
create index line_of_person on audit.line using gin (person_ids);
comment on table audit.line is 'who did what to whose record, what for, with which outcome: one line per response; identifiers only, never content; append-only';
comment on column audit.line.id is 'given by the database; the application role cannot choose it';
comment on column audit.line.epoch is 'raised by audit.begin_epoch() when the lines move to another cluster, whose transaction numbers start anew';
comment on column audit.line.xid is 'transaction that wrote the line; lines below the oldest running transaction are complete and can be sealed';
comment on column audit.line.at is 'when the request was answered, from the clock of the server';
comment on column audit.line.insurer_id is 'insurer of the actor; null: nobody was signed in, or a command of the operator';
comment on column audit.line.staff_id is 'who acted; null: nobody was signed in, or a command of the operator';
comment on column audit.line.post_id is 'the post in which the staff acted';
comment on column audit.line.role is 'role of that post at that time';
comment on column audit.line.session_id is 'identifier of the session, never its secret';
comment on column audit.line.request_id is 'joins the line with the server log and with what the user was told';
comment on column audit.line.action is 'audit word of the route: the purpose of a read is part of it';
comment on column audit.line.outcome is 'done · refused: no right, or absent · failed: the server could not';
comment on column audit.line.record_type is 'kind of the record that was read or written';
comment on column audit.line.record_id is 'the record that was read or written';
comment on column audit.line.person_ids is 'everyone whose data the response showed or the request changed';
comment on column audit.line.detail is 'counts, field names, the reason of a break-glass access: never personal content';

create table audit.seal (
  seq bigint not null primary key check (seq > 0),
  line_id uuid not null unique,
  mac bytea not null check (octet_length(mac) = 32)
);
comment on table audit.seal is 'one chain per installation over all committed lines, written by the sealer alone; append-only';
comment on column audit.seal.seq is '1, 2, 3 … without a gap, in the order (epoch, xid, id) of the lines';
comment on column audit.seal.line_id is 'the sealed line; no foreign key, so that a removed line leaves its seal as a witness';
comment on column audit.seal.mac is 'HMAC-SHA256 over the previous mac and the line, with a key outside the database';

-- Append-only for everyone, the owner included, and in replication mode too.
create function audit.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % refused', tg_table_schema || '.' || tg_table_name, lower(tg_op)
    using errcode = 'insufficient_privilege';
end $$;
comment on function audit.refuse_change() is 'trigger: refuses update, delete and truncate for everyone';

create trigger append_only before update or delete or truncate on audit.line
  for each statement execute function audit.refuse_change();
create trigger append_only before update or delete or truncate on audit.seal
  for each statement execute function audit.refuse_change();
alter table audit.line enable always trigger append_only;
alter table audit.seal enable always trigger append_only;

-- After lines were copied into another cluster: new lines sort behind all that came with them.
create function audit.begin_epoch() returns integer language plpgsql as $$
declare
  raised constant integer := (select coalesce(max(epoch), 0) + 1 from audit.line);
begin
  execute format('alter table audit.line alter column epoch set default %s', raised);
  return raised;
end $$;
revoke execute on function audit.begin_epoch() from public;
comment on function audit.begin_epoch() is 'for the owner, once after a restore into another cluster; returns the new epoch';

-- The application writes lines and can neither read them nor choose id, epoch or xid.
grant usage on schema audit to meguri_app, meguri_audit, meguri_doors;
grant insert (at, insurer_id, staff_id, post_id, role, session_id, request_id, action, outcome,
  record_type, record_id, person_ids, detail) on audit.line to meguri_app;
grant select on audit.line to meguri_audit, meguri_doors;
grant select, insert on audit.seal to meguri_audit;

-- The door of auditors. The route checks the right; the door keeps within the insurer of the session.
create function audit.lines_of(
  person uuid default null, staff uuid default null, action_word text default null,
  from_at timestamptz default null, until_at timestamptz default null,
  before_at timestamptz default null, before_id uuid default null, row_limit integer default 50
) returns table (
  id uuid, at timestamptz, staff_id uuid, post_id uuid, role text, request_id text, action text, outcome text,
  record_type text, record_id uuid, person_ids uuid[], detail jsonb
) language plpgsql stable security definer
  set search_path = pg_catalog set plan_cache_mode = force_custom_plan as $$
begin
  return query
    select l.id, l.at, l.staff_id, l.post_id, l.role, l.request_id, l.action, l.outcome,
      l.record_type, l.record_id, l.person_ids, l.detail
    from audit.line l
    where l.insurer_id = (select nullif(current_setting('meguri.insurer', true), '')::int)
      and (person is null or l.person_ids @> array[person])
      and (staff is null or l.staff_id = staff)
      and (action_word is null or l.action = action_word)
      and (from_at is null or l.at >= from_at)
      and (until_at is null or l.at < until_at)
      and (before_at is null or (l.at, l.id) < (before_at, before_id))
    order by l.at desc, l.id desc
    limit least(greatest(coalesce(row_limit, 50), 1), 200);
end $$;
comment on function audit.lines_of is 'lines of the session''s insurer, newest first; filters may be null; until_at is exclusive; keyset (before_at, before_id); at most 200';
grant create on schema audit to meguri_doors;
alter function audit.lines_of owner to meguri_doors;
revoke create on schema audit from meguri_doors;
revoke execute on function audit.lines_of from public;
grant execute on function audit.lines_of to meguri_app;
