-- Which of 速報, 確定 and 改訂 a file of published figures is, where its loader says it.
alter table platform.import_run add column release text check (release in ('速報', '確定', '改訂'));
comment on column platform.import_run.release is '速報, 確定 or 改訂 as its loader states it; null: as the file says';
