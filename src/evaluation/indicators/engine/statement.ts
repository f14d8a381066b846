import type { Computation } from '../define.ts'
import { strataOf } from './definition.ts'
import type { Planned } from './plan.ts'

/**
 * The statement that makes all columns of one shape: its text hangs on how many counts are added where, never on a name, so that
 * indicators that are built alike are made together. Several `unnest` in one select list walk their arrays side by side without a
 * sort and without keeping rows: half the time of `unnest(a, b) with ordinality`. Where all inputs are equally long, every missing
 * count has its reason beside it; where a place came later, it is missing past the end of the shorter ones.
 */
export function statementOf({
  computation,
  earlier,
  blank,
}: Pick<Planned, 'computation' | 'earlier' | 'blank'>): string {
  if (blank) return BLANK
  const { value, inputs, reasons } = expressionOf(computation, earlier)
  const each = (one: (n: number) => string, joint: string, count = inputs) =>
    Array.from({ length: count }, (_, n) => one(n + 1)).join(joint)
  return `insert into evaluation.indicator_column ${COLUMNS}
    select ${KEYS}, x.figures,
      case when array_position(x.figures, null) is null then null
      when cardinality(x.figures) = all (array[${each((n) => `cardinality(f${n}.figures)`, ', ', reasons)}]) then array(
        select coalesce(${each((n) => `u.m${n}`, ', ', reasons)}, case when u.v is null then 'no-denominator' end)
        from (select unnest(x.figures) as v, ${each((n) => `unnest(f${n}.missing) as m${n}`, ', ', reasons)}) u)
      else array(
        select case when u.v is null then coalesce(${each((n) => `case when u.c${n} is null then coalesce(u.m${n}, 'not-reported') end`, ', ', reasons)}, 'no-denominator') end
        from (select unnest(x.figures) as v, ${each((n) => `unnest(f${n}.figures) as c${n}, unnest(f${n}.missing) as m${n}`, ', ', reasons)}) u) end,
      ${REST}
    from ${ROWS}
    ${each((n) => `join evaluation.fact_column f${n} on f${n}.revision = p.inputs[${n}]`, ' ')}
    cross join lateral (select array(
      select ${value} from (select ${each((n) => `unnest(f${n}.figures) as c${n}`, ', ')}) u) as figures offset 0) x`
}

const COLUMNS = `(indicator, level, series, period_from, period_to, release, definition_hash, figures, missing, standard, release_ids,
  made_from, computed_at)`
const KEYS = 'p.indicator, p.level, p.series, p.period_from, p.period_to, p.release, p.hash'
const REST = 'p.standard, p.release_ids, p.made_from, $2::timestamptz'
const ROWS = `json_to_recordset($1::json) p(indicator text, level text, series text, period_from date, period_to date, release text,
  hash text, standard text, release_ids uuid[], made_from bigint[], inputs bigint[], weights float8[], per float8, blank text)`
const BLANK = `insert into evaluation.indicator_column ${COLUMNS}
  select ${KEYS}, array_fill(null::float8, array[cardinality(f.figures)]), array_fill(p.blank, array[cardinality(f.figures)]), ${REST}
  from ${ROWS} join evaluation.fact_column f on f.revision = p.inputs[1]`

interface Expression {
  /** of the elements u.c1, u.c2 … of the inputs, and of p */
  value: string
  inputs: number
  /** of how many inputs a missing count is the reason of a missing value */
  reasons: number
}

/** A sum is missing when one of its parts is: `+` of SQL says so by itself. Nothing to divide by is missing too. */
function expressionOf(computation: Computation, earlier: number): Expression {
  const places = new Map<string, number>()
  const add = (measures: readonly string[]) =>
    measures
      .map((measure) => {
        if (!places.has(measure)) places.set(measure, places.size + 1)
        return `u.c${places.get(measure)}`
      })
      .join(' + ')
  const made = (value: string): Expression => ({ value, inputs: places.size, reasons: places.size })
  switch (computation.kind) {
    case 'count':
      return made(`(${add(computation.measures)})::float8`)
    case 'ratio': {
      // in the order of the plan: numerators first
      const [above, below] = [add(computation.numerator), add(computation.denominator)]
      return made(`(${above})::float8 / nullif(${below}, 0)::float8 * p.per`)
    }
    case 'change':
      return changeOf(new Set(computation.measures).size, earlier)
    case 'standardised':
    case 'indirect': {
      const strata = strataOf(computation)
      const above = strata.map(({ numerator }) => add(numerator))
      const below = strata.map(({ denominator }) => add(denominator))
      if (computation.kind === 'indirect') {
        const expected = below.map((people, n) => `(${people}) * p.weights[${n + 1}]`).join(' + ')
        return made(`(${above.join(' + ')})::float8 / nullif(${expected}, 0) * p.per`)
      }
      const rates = above.map(
        (counted, n) => `(${counted})::float8 / nullif(${below[n]}, 0)::float8 * p.weights[${n + 1}]`,
      )
      return made(`(${rates.join(' + ')}) * p.per`)
    }
  }
}

/** Inputs: the measures of the day, then those of each earlier day, oldest first. */
function changeOf(measures: number, earlier: number): Expression {
  const day = (n: number) =>
    Array.from({ length: measures }, (_, i) => `u.c${n * measures + i + 1}`).join(' + ')
  const then = `coalesce(${Array.from({ length: earlier }, (_, n) => day(n + 1)).join(', ')})`
  return {
    value: `(${day(0)} - ${then})::float8 / nullif(${then}, 0)::float8 * p.per`,
    inputs: measures * (earlier + 1),
    reasons: measures,
  }
}
