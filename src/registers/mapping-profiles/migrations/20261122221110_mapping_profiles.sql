-- How an insurer reads a list that no standard knows: made once on screen, used again for next year's file.
create table registers.mapping_profile (
  insurer_id integer not null references registers.insurer,
  id uuid not null default uuidv7(),
  name text not null check (length(name) between 1 and 60),
  mapping jsonb not null,
  attribution text,
  version integer not null default 1,
  changed_at timestamptz not null default now(),
  changed_by uuid not null,
  primary key (insurer_id, id),
  unique (insurer_id, name)
);
comment on table registers.mapping_profile is '対応づけ: which column of a list is which field, by heading';
comment on column registers.mapping_profile.name is 'as its maker calls it; the command finds it by this name';
comment on column registers.mapping_profile.mapping is 'target, fixed values, header row, and every heading with its field, extra (kept as it is) or null (left out)';
comment on column registers.mapping_profile.attribution is '出典 to state with each file; null: the file carries it';
comment on column registers.mapping_profile.version is 'optimistic lock';
comment on column registers.mapping_profile.changed_at is 'when it was last saved';
comment on column registers.mapping_profile.changed_by is 'staff who saved it last';
select platform.tenant_table('registers.mapping_profile', written_by => 'insurer');
