import { DENOMINATORS } from './indicators-data.ts'

/*
 The same job written by hand, for these sixty indicators only: no plan, no revisions, no definitions, names and arithmetic in the
 text. It keeps what a reader of the table needs: values, reasons of the missing, files, time.
*/
const values = (isSum: boolean) =>
  Array.from({ length: 60 }, (_, i) => i + 1)
    .filter((n) => (n % 4 === 0) === isSum)
    .map((n) => {
      const more = isSum ? `, 'num.${n - 1}', 'num.${n - 2}'` : ''
      return `('bench-${n}', 'den.${1 + (n % DENOMINATORS)}', 'num.${n}'${more})`
    })
    .join(', ')

const INTO = `insert into evaluation.indicator_column
  (indicator, level, series, period_from, period_to, release, definition_hash, figures, missing, release_ids, computed_at)`

const SIMPLE = `${INTO}
  select v.id, n.level, n.series, n.period_from, n.period_to, n.release, 'by hand', x.figures,
    case when array_position(x.figures, null) is not null then array(
      select coalesce(u.nr, u.dr, case when u.v is null then 'no-denominator' end)
      from (select unnest(x.figures) v, unnest(n.missing) nr, unnest(d.missing) dr) u) end,
    n.release_ids || d.release_ids, now()
  from (values ${values(false)}) v(id, den, num)
  join evaluation.fact_column n on n.measure = v.num and n.level = 'insurer' and n.series = 'japan'
  join evaluation.fact_column d on d.measure = v.den and d.level = n.level and d.series = n.series
    and d.period_from = n.period_from and d.period_to = n.period_to and d.release = n.release
  cross join lateral (select array(select u.n::float8 / nullif(u.d, 0)::float8 * 100
    from (select unnest(n.figures) n, unnest(d.figures) d) u) as figures offset 0) x`

const SUMS = `${INTO}
  select v.id, n.level, n.series, n.period_from, n.period_to, n.release, 'by hand', x.figures,
    case when array_position(x.figures, null) is not null then array(
      select coalesce(u.nr, u.n2r, u.n3r, u.dr, case when u.v is null then 'no-denominator' end)
      from (select unnest(x.figures) v, unnest(n.missing) nr, unnest(n2.missing) n2r, unnest(n3.missing) n3r,
        unnest(d.missing) dr) u) end,
    n.release_ids || n2.release_ids || n3.release_ids || d.release_ids, now()
  from (values ${values(true)}) v(id, den, num, num2, num3)
  join evaluation.fact_column n on n.measure = v.num and n.level = 'insurer' and n.series = 'japan'
  join evaluation.fact_column n2 on n2.measure = v.num2 and n2.level = n.level and n2.series = n.series
    and n2.period_from = n.period_from and n2.period_to = n.period_to and n2.release = n.release
  join evaluation.fact_column n3 on n3.measure = v.num3 and n3.level = n.level and n3.series = n.series
    and n3.period_from = n.period_from and n3.period_to = n.period_to and n3.release = n.release
  join evaluation.fact_column d on d.measure = v.den and d.level = n.level and d.series = n.series
    and d.period_from = n.period_from and d.period_to = n.period_to and d.release = n.release
  cross join lateral (select array(select (u.n + u.n2 + u.n3)::float8 / nullif(u.d, 0)::float8 * 100
    from (select unnest(n.figures) n, unnest(n2.figures) n2, unnest(n3.figures) n3, unnest(d.figures) d) u) as figures offset 0) x`

/** In the order in which they are sent. */
export const BY_HAND = ['delete from evaluation.indicator_column', SIMPLE, SUMS]
