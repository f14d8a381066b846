import type pg from 'pg'
import type { EngineDefinition } from '../src/evaluation/indicators/engine/index.ts'

export const INSURERS = 1_571
export const MONTHS = 36
export const DENOMINATORS = 12

/** 60 ratios as the real ones are built: three in four of one count over another, one in four of three counts together. */
export const DEFINITIONS: readonly EngineDefinition[] = Array.from({ length: 60 }, (_, i) => {
  const n = i + 1
  const isSum = n % 4 === 0
  return {
    id: `bench-${n}`,
    levels: ['insurer'],
    period: 'month',
    computation: {
      kind: 'ratio',
      numerator: isSum ? [`num.${n}`, `num.${n - 1}`, `num.${n - 2}`] : [`num.${n}`],
      denominator: [`den.${1 + (n % DENOMINATORS)}`],
      per: 100,
    },
  } satisfies EngineDefinition
})

/**
 * Invented counts of 72 measures over 36 months: the same at every run, since they are made from their own names.
 * @param missingPerMille share of counts that are missing, with the reason suppressed
 */
export async function inventFacts(client: pg.ClientBase, missingPerMille: number): Promise<void> {
  await client.query('truncate evaluation.place, evaluation.fact_column, evaluation.indicator_column')
  await client.query(
    `insert into evaluation.place (level, series, position, code, name)
     select 'insurer', 'japan', n, 'bench:' || n, '架空' || n from generate_series(1, $1) n`,
    [INSURERS],
  )
  await client.query(
    `insert into evaluation.fact_column (dataset, level, series, measure, period_from, period_to, release, unit, figures, missing, release_ids)
     select 'bench', 'insurer', 'japan', m.name, d.day, d.day, '確定', '実人数', x.figures,
       case when array_position(x.figures, null) is not null
         then array(select case when figure is null then 'suppressed' end from unnest(x.figures) figure) end, array[uuidv7()]
     from (select 'num.' || n as name from generate_series(1, 60) n union all
       select 'den.' || n from generate_series(1, $2) n) m(name)
     cross join (select (date '2023-02-01' + make_interval(months => n) - interval '1 day')::date from generate_series(0, $3 - 1) n) d(day)
     cross join lateral (select array(
       select case when (h.hash / 20011) % 1000 >= $4 then h.hash % 20000 + case when m.name like 'den%' then 20000 else 0 end end
       from (select abs(hashtext(m.name || d.day || position)::bigint) as hash from generate_series(1, $1) position) h)
       as figures offset 0) x`,
    [INSURERS, DENOMINATORS, MONTHS, missingPerMille],
  )
  await client.query('vacuum analyze evaluation.fact_column')
}
