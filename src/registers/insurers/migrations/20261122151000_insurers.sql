create table registers.insurer (
  insurer_id integer primary key,
  insurer_number text not null unique check (insurer_number ~ '^[0-9]{6}$'),
  name text not null,
  kind text not null check (kind in ('municipality', 'union')),
  is_statistics_only boolean not null default false,
  is_sample boolean not null default false,
  two_factors_required boolean not null default true,
  version integer not null default 1
);
comment on table registers.insurer is '保険者: a municipality or a union of them; the tenant';
comment on column registers.insurer.insurer_number is '介護保険者番号, six digits with check digit (NUM-02); an invented insurer has an invented one';
comment on column registers.insurer.is_statistics_only is 'true: only published figures, no person may be stored';
select platform.tenant_table('registers.insurer', written_by => 'insurer');

create table registers.member_municipality (
  insurer_id integer not null references registers.insurer,
  municipality_code text not null check (municipality_code ~ '^[0-9]{6}$'),
  name text not null,
  valid_from date not null,
  valid_to date,
  primary key (insurer_id, municipality_code, valid_from)
);
comment on table registers.member_municipality is 'municipalities of the insurer with dates; a union has several';
select platform.tenant_table('registers.member_municipality', written_by => 'insurer');

create table registers.organisation (
  insurer_id integer not null references registers.insurer,
  id uuid not null default uuidv7(),
  name text not null,
  kind text not null check (kind in ('municipality', 'corporation', 'care-office', 'council', 'other')),
  office_number text,
  phone text,
  version integer not null default 1,
  primary key (insurer_id, id)
);
comment on table registers.organisation is 'corporations that run centres, care offices that take entrusted plans, other partners';
select platform.tenant_table('registers.organisation', written_by => 'insurer');
