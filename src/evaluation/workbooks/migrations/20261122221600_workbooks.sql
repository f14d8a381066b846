-- The officer's own Excel forms: what was uploaded, which figure belongs into which cell, and what was filled in and handed out.

create table evaluation.workbook_family (
  insurer_id integer not null references registers.insurer,
  id uuid not null default uuidv7(),
  name text not null check (length(trim(name)) > 0),
  owner_office text not null,
  created_at timestamptz not null,
  created_by uuid not null,
  primary key (insurer_id, id),
  foreign key (insurer_id, created_by) references registers.staff,
  unique (insurer_id, name)
);
select platform.tenant_table('evaluation.workbook_family', written_by => 'insurer');
comment on table evaluation.workbook_family is 'a form that comes back every year, such as a yearly return to the ministry';
comment on column evaluation.workbook_family.name is 'what the officers call it';
comment on column evaluation.workbook_family.owner_office is 'who asks for it: ministry, prefecture, a division of the city; empty: not said';
comment on column evaluation.workbook_family.created_at is 'when';
comment on column evaluation.workbook_family.created_by is 'who';

create table evaluation.workbook_form (
  insurer_id integer not null,
  id uuid not null default uuidv7(),
  family_id uuid not null,
  fiscal_year integer not null check (fiscal_year between 1990 and 2200),
  file_name text not null,
  sha256 text not null,
  content bytea not null check (octet_length(content) <= 20971520),
  carried_from uuid,
  uploaded_at timestamptz not null,
  uploaded_by uuid not null,
  primary key (insurer_id, id),
  foreign key (insurer_id, family_id) references evaluation.workbook_family,
  foreign key (insurer_id, carried_from) references evaluation.workbook_form,
  foreign key (insurer_id, uploaded_by) references registers.staff,
  unique (insurer_id, family_id, sha256, fiscal_year),
  check (sha256 = encode(sha256(content), 'hex'))
);
select platform.tenant_table('evaluation.workbook_form', written_by => 'insurer', history => false);
comment on table evaluation.workbook_form is 'one year''s file of a form, as it was received; never changed';
comment on column evaluation.workbook_form.family_id is 'the form it is an edition of';
comment on column evaluation.workbook_form.fiscal_year is 'the year that it reports on, by its April';
comment on column evaluation.workbook_form.file_name is 'as uploaded';
comment on column evaluation.workbook_form.sha256 is 'of the content';
comment on column evaluation.workbook_form.content is 'the file, at most 20 MB';
comment on column evaluation.workbook_form.carried_from is 'the edition whose mapping is carried over; null: none';
comment on column evaluation.workbook_form.uploaded_at is 'when';
comment on column evaluation.workbook_form.uploaded_by is 'who';

create table evaluation.workbook_binding (
  insurer_id integer not null,
  id uuid not null default uuidv7(),
  version integer not null default 1,
  form_id uuid not null,
  sheet text not null,
  row_number integer not null check (row_number between 1 and 1048576),
  column_number integer not null check (column_number between 0 and 16383),
  place text not null,
  years text not null check (years in ('relative', 'fixed')),
  source text not null,
  ref text not null,
  label text not null,
  unit text not null,
  span text not null check (span ~ '^(year|month:[0-9]{2}|day:[0-9]{2}-[0-9]{2})$'),
  year_offset integer not null check (year_offset between -20 and 20),
  note text not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (insurer_id, id),
  foreign key (insurer_id, form_id) references evaluation.workbook_form,
  foreign key (insurer_id, changed_by) references registers.staff,
  unique (insurer_id, form_id, sheet, row_number, column_number)
);
select platform.tenant_table('evaluation.workbook_binding', written_by => 'insurer');
comment on table evaluation.workbook_binding is 'which figure belongs into which cell of a form';
comment on column evaluation.workbook_binding.version is 'raised at every change; who sends another one is told that somebody was first';
comment on column evaluation.workbook_binding.form_id is 'the edition of the form';
comment on column evaluation.workbook_binding.sheet is 'name of the sheet in this edition';
comment on column evaluation.workbook_binding.row_number is 'row in this edition, from 1';
comment on column evaluation.workbook_binding.column_number is 'column in this edition, from 0';
comment on column evaluation.workbook_binding.place is 'JSON text: sheet, title, rowPath, columnPath; the headings by which the next edition is matched';
comment on column evaluation.workbook_binding.years is 'relative: years in headings are as far from the reported year as here · fixed: the same years';
comment on column evaluation.workbook_binding.source is 'id of a source of figures · constant · hand: typed each year';
comment on column evaluation.workbook_binding.ref is 'the figure within its source; of constant and hand: number or text, of constant with a colon and the value';
comment on column evaluation.workbook_binding.label is 'the figure in words, as when it was chosen';
comment on column evaluation.workbook_binding.unit is 'as when it was chosen; another unit later is said and not filled';
comment on column evaluation.workbook_binding.span is 'year, a month (month:10) or a day (day:03-31) of a fiscal year';
comment on column evaluation.workbook_binding.year_offset is 'years from the year that the form reports on; -1: the year before';
comment on column evaluation.workbook_binding.note is 'for the next officer; empty: none';
comment on column evaluation.workbook_binding.changed_at is 'when it was last changed';
comment on column evaluation.workbook_binding.changed_by is 'by whom';

create table evaluation.workbook_carried (
  insurer_id integer not null,
  form_id uuid not null,
  from_binding uuid not null,
  decision text not null check (decision in ('taken', 'dropped')),
  found text not null,
  decided_at timestamptz not null,
  decided_by uuid not null,
  primary key (insurer_id, form_id, from_binding),
  foreign key (insurer_id, form_id) references evaluation.workbook_form,
  foreign key (insurer_id, decided_by) references registers.staff
);
select platform.tenant_table('evaluation.workbook_carried', written_by => 'insurer');
comment on table evaluation.workbook_carried is 'what was decided about each cell of the edition before';
comment on column evaluation.workbook_carried.form_id is 'the later edition';
comment on column evaluation.workbook_carried.from_binding is 'the cell''s binding in the edition before; kept in words when that one is removed';
comment on column evaluation.workbook_carried.decision is 'taken: into a cell of this edition · dropped: not filled any more';
comment on column evaluation.workbook_carried.found is 'JSON text: outcome, differences and cell as they were shown';
comment on column evaluation.workbook_carried.decided_at is 'when';
comment on column evaluation.workbook_carried.decided_by is 'who';

create table evaluation.workbook_fill (
  insurer_id integer not null,
  id uuid not null default uuidv7(),
  form_id uuid not null,
  file_name text not null,
  lines text not null,
  written_count integer not null check (written_count >= 0),
  unfilled_count integer not null check (unfilled_count >= 0),
  sha256 text not null,
  content bytea not null,
  filled_at timestamptz not null,
  filled_by uuid not null,
  primary key (insurer_id, id),
  foreign key (insurer_id, form_id) references evaluation.workbook_form,
  foreign key (insurer_id, filled_by) references registers.staff,
  check (sha256 = encode(sha256(content), 'hex'))
);
select platform.tenant_table('evaluation.workbook_fill', written_by => 'insurer', history => false);
create index workbook_fill_of_form on evaluation.workbook_fill (insurer_id, form_id, id);
comment on table evaluation.workbook_fill is 'a filled file as it was handed out; never changed';
comment on column evaluation.workbook_fill.form_id is 'the form that was filled';
comment on column evaluation.workbook_fill.file_name is 'name of the file';
comment on column evaluation.workbook_fill.lines is 'JSON text: each cell with value, source and as-of, or why it stayed as it was';
comment on column evaluation.workbook_fill.written_count is 'cells that were written';
comment on column evaluation.workbook_fill.unfilled_count is 'cells with a figure that stayed as they were';
comment on column evaluation.workbook_fill.sha256 is 'of the content';
comment on column evaluation.workbook_fill.content is 'the filled file';
comment on column evaluation.workbook_fill.filled_at is 'when';
comment on column evaluation.workbook_fill.filled_by is 'who';

create function evaluation.workbook_stays() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'a received form and a filled file never change' using errcode = 'restrict_violation';
end $$;
comment on function evaluation.workbook_stays() is 'trigger: refuses every change';
revoke execute on function evaluation.workbook_stays() from public;
create trigger workbook_stays before update on evaluation.workbook_form
  for each row execute function evaluation.workbook_stays();
create trigger workbook_stays before update or delete on evaluation.workbook_fill
  for each row execute function evaluation.workbook_stays();
