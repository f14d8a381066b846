-- Codes, boundaries, offices and facilities of the registers are published files too: their releases stand in one list below
-- all floors. A file may be of a municipality, a prefecture or the nation: the code says of what area.
alter table evaluation.dataset_release set schema platform;
alter table platform.dataset_release rename column municipality_code to area_code;
comment on column platform.dataset_release.area_code is 'six digits: municipality, prefecture, or 000000 the nation; null: the file is of no one area';
comment on column platform.dataset_release.release is '速報, 確定 or 改訂';
alter table platform.dataset_release add constraint release_known check (release in ('速報', '確定', '改訂'));
grant usage on schema platform to meguri_reference, meguri_readonly;
