-- 出典 is the file's own words or what its loader stated; where there is neither it stays unknown and is said to be.
alter table evaluation.dataset_release alter column attribution drop not null;
alter table evaluation.dataset_release alter column licence drop not null;
alter table evaluation.dataset_release add column attribution_from text not null default 'file'
  check (attribution_from in ('file', 'loader', 'none'));
comment on column evaluation.dataset_release.attribution is 'words of the file or of its loader, from which the line beside every figure is made; null: neither gave any';
comment on column evaluation.dataset_release.attribution_from is 'file: metadata rows of the file · loader: stated at upload · none: unknown';
comment on column evaluation.dataset_release.licence is 'as the file says it; null: it says none';
