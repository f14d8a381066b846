-- A view is a link; somebody gives it a name, for oneself or for the whole insurer.
create table evaluation.indicator_view (
  insurer_id integer not null references registers.insurer,
  id uuid not null default uuidv7(),
  staff_id uuid not null,
  title text not null check (char_length(title) between 1 and 80),
  link text not null check (link like '/indicators%' and char_length(link) <= 2000),
  is_shared boolean not null default false,
  changed_at timestamptz not null,
  version integer not null default 1,
  primary key (insurer_id, id)
);
comment on table evaluation.indicator_view is '保存した見方: a named link to indicators, places and period';
comment on column evaluation.indicator_view.insurer_id is 'tenant';
comment on column evaluation.indicator_view.id is 'identity';
comment on column evaluation.indicator_view.staff_id is 'author: the only one who changes it';
comment on column evaluation.indicator_view.title is 'as the author calls it';
comment on column evaluation.indicator_view.link is 'path and query of the page; what is shown is read from it, never stored';
comment on column evaluation.indicator_view.is_shared is 'true: everybody of the insurer finds it';
comment on column evaluation.indicator_view.changed_at is 'when it was last stored';
comment on column evaluation.indicator_view.version is 'rises with every change';
select platform.tenant_table('evaluation.indicator_view', written_by => 'author');
create policy shared on evaluation.indicator_view for select to meguri_app
  using (is_shared and insurer_id = (select nullif(current_setting('meguri.insurer', true), '')::int));
create index on evaluation.indicator_view (insurer_id, staff_id, title);
