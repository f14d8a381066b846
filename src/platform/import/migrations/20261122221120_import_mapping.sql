-- How people want the files of a run to be read, for kinds that take a mapping.
alter table platform.import_run add column mapping jsonb;
comment on column platform.import_run.mapping is 'which column is which field, as stated at upload; null: the kind knows its layouts';
