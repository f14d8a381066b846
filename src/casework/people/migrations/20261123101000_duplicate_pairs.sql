-- 重複の候補: pairs of records of one insurer that may be of one person, found by a search over everybody.

create table casework.duplicate_pair (
  insurer_id integer not null,
  id uuid not null default uuidv7(),
  version integer not null default 1,
  one_id uuid not null,
  other_id uuid not null,
  score integer not null,
  reasons text[] not null,
  found_at timestamptz not null,
  different_at timestamptz,
  different_by uuid,
  different_reason text,
  primary key (insurer_id, id),
  unique (insurer_id, one_id, other_id),
  check (one_id < other_id),
  check ((different_at is null) = (different_by is null))
);
alter table casework.duplicate_pair add foreign key (insurer_id, one_id) references casework.person;
alter table casework.duplicate_pair add foreign key (insurer_id, other_id) references casework.person;
create index duplicate_pair_open on casework.duplicate_pair (insurer_id, score desc, id desc) where different_at is null;
create index duplicate_pair_different on casework.duplicate_pair (insurer_id, score desc, id desc) where different_at is not null;
create index duplicate_pair_found on casework.duplicate_pair (insurer_id, found_at);
create index duplicate_pair_of_other on casework.duplicate_pair (insurer_id, other_id);
comment on table casework.duplicate_pair is '重複の候補: two records that may be of one person; found by machine, decided by an officer (merge, or 別の方)';
comment on column casework.duplicate_pair.one_id is 'the smaller of the two ids; neither is the person of the row: a merge does not re-point candidates, the next search finds them anew';
comment on column casework.duplicate_pair.other_id is 'the larger of the two ids';
comment on column casework.duplicate_pair.score is 'sum of the points of the reasons; see people/duplicates/score.ts';
comment on column casework.duplicate_pair.reasons is 'codes of the fields that agree or speak against it';
comment on column casework.duplicate_pair.found_at is 'start of the search that found it last';
comment on column casework.duplicate_pair.different_at is 'an officer decided 別の方; null: open';
comment on column casework.duplicate_pair.different_by is 'staff who decided';
comment on column casework.duplicate_pair.different_reason is 'why they are different people';
select platform.tenant_table('casework.duplicate_pair', written_by => 'insurer', history => false);
drop policy seen on casework.duplicate_pair;
create policy seen on casework.duplicate_pair for select to meguri_app using (
  insurer_id = (select nullif(current_setting('meguri.insurer', true), '')::int)
  and (select current_setting('meguri.scope', true)) = 'insurer');
