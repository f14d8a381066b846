-- What was made from a column must see when the column has changed, also when the clock stood still or went back.
create sequence evaluation.fact_revision;
grant usage on sequence evaluation.fact_revision to meguri_reference;
alter table evaluation.fact_column add column revision bigint not null default nextval('evaluation.fact_revision');
comment on column evaluation.fact_column.revision is 'a number given anew whenever the column is stored with other content';
alter table evaluation.indicator_column add column made_from bigint[] not null default '{}';
comment on column evaluation.indicator_column.made_from is 'revisions of the fact columns they were made from; other ones: to be made anew';
comment on column evaluation.indicator_column.missing is 'reasons, as in fact_column and besides them no-denominator, too-few, partial-year; null: nothing is missing';
