/**
 * Table `wanted`: every period of every code that the files of the run speak of, as it will stand. A list speaks of the newest
 * period of a code (name, place), a change of exactly one period (days, successors, name). A change leaves the name of a
 * newest period that a list gives: the list is the younger word.
 */
export const PLANNED = `
  create temporary table wanted on commit drop as
  with listed as (select distinct on (code) * from stage where layout = 'list' order by code, row_number),
  change as (
    select distinct on (code, valid_from) *, string_to_array(successors, ' ') as successor_codes
    from stage where layout = 'change' order by code, valid_from, row_number),
  spoken as (select code from listed union select code from change),
  period as (
    select m.code, m.valid_from from registers.municipality m join spoken using (code)
    union select code, valid_from from change
    union select l.code, null from listed l
      where not exists (select from change c where c.code = l.code)
        and not exists (select from registers.municipality m where m.code = l.code)),
  newest as (
    select code, valid_from, row_number() over (partition by code order by valid_from desc nulls last) = 1 as is_newest
    from period)
  select p.code, p.valid_from,
    case when l.code is not null then l.name when p.is_newest and m.list_release_id is not null then m.name
      else coalesce(c.name, m.name) end as name,
    case when l.code is not null then l.fold when p.is_newest and m.list_release_id is not null then m.fold
      else coalesce(c.fold, m.fold) end as fold,
    coalesce(nullif(l.kana, ''), nullif(c.kana, ''), m.kana, '') as kana,
    coalesce(l.prefecture_code, c.prefecture_code, m.prefecture_code) as prefecture_code,
    coalesce(l.kind, c.kind, m.kind) as kind,
    coalesce(l.parent_code, c.parent_code, m.parent_code) as parent_code,
    coalesce(l.latitude, m.latitude, o.latitude) as latitude,
    coalesce(l.longitude, m.longitude, o.longitude) as longitude,
    case when c.code is not null then c.valid_to else m.valid_to end as valid_to,
    coalesce(c.successor_codes, m.successor_codes, '{}') as successor_codes,
    coalesce(c.note, m.note, '') as note,
    coalesce(c.source, m.source, '') as source,
    coalesce(c.confidence, m.confidence) as confidence,
    l.file_name as list_file, c.file_name as change_file, c.source_row as change_row
  from newest p
  left join listed l on l.code = p.code and p.is_newest
  left join change c on c.code = p.code and c.valid_from is not distinct from p.valid_from
  left join registers.municipality m on m.code = p.code and m.valid_from is not distinct from p.valid_from
  left join lateral (select o.latitude, o.longitude from registers.municipality o
    where o.code = p.code and o.latitude is not null order by o.valid_from desc nulls last limit 1) o on true`
