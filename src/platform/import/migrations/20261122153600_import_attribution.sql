-- 出典, stated at upload for files that carry none.
alter table platform.import_run add column attribution text;
comment on column platform.import_run.attribution is '出典 as its loader states it, for files that carry none; null: not stated';
