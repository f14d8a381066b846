/** One age group of one sex. */
export interface AgeGroup {
  /** person-years: population, summed over the pooled years */
  population: number
  deaths: number
  /** n, years of the group; the last has no end and its length is not used */
  years: number
  /** a, share of the interval lived by those who die in it */
  lived: number
  /** π, share in need of care */
  careShare: number
  /** N, on whom π stands */
  insured: number
}

export interface Row {
  /** q, chance of dying within the group; 1 in the last */
  dying: number
  /** l, of the radix alive at the begin */
  alive: number
  /** L, years lived in the group by the radix */
  livedYears: number
}

/**
 * Abridged life table of Chiang for one sex. The last group is open.
 * Groups must hold people, and the last of them deaths: the caller says so to the user.
 */
export function lifeTable(groups: readonly AgeGroup[], radix: number): Row[] {
  let alive = radix
  return groups.map(({ population, deaths, years, lived }, at) => {
    const rate = deaths / population
    if (at === groups.length - 1) return { dying: 1, alive, livedYears: alive / rate }
    const dying = (years * rate) / (1 + years * (1 - lived) * rate)
    const row = { dying, alive, livedYears: years * (alive - alive * dying * (1 - lived)) }
    alive *= 1 - dying
    return row
  })
}

export interface Span {
  /** e_x */
  lifeYears: number
  /** Σ (1 − π) L ÷ l: 平均自立期間 */
  independentYears: number
  /** the difference */
  dependentYears: number
  /** of the 平均自立期間 */
  standardErrorYears: number
}

const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0)

/**
 * Sullivan's method from a group on: years without need of care that a person of this age may expect, and their standard error
 * (Chiang for the deaths, binomial for the shares).
 * @param from position of the group in the table
 */
export function spanAt(groups: readonly AgeGroup[], table: readonly Row[], from: number): Span {
  const alive = table[from]!.alive
  const rest = table.map((row, at) => ({ ...row, ...groups[at]!, at })).slice(from)
  const lifeYears = sum(rest.map(({ livedYears }) => livedYears)) / alive
  const independentYears = independentAt(groups, table, from)
  const fromDeaths = rest.slice(0, -1).map((row) => {
    if (row.deaths === 0) return 0
    const lost = (1 - row.lived) * row.years * (1 - row.careShare) + independentAt(groups, table, row.at + 1)
    return (row.alive * lost * row.dying) ** 2 * ((1 - row.dying) / row.deaths)
  })
  const fromShares = rest.map((row) =>
    row.careShare === 0 ? 0 : (row.livedYears ** 2 * row.careShare * (1 - row.careShare)) / row.insured,
  )
  return {
    lifeYears,
    independentYears,
    dependentYears: lifeYears - independentYears,
    standardErrorYears: Math.sqrt(sum(fromDeaths) + sum(fromShares)) / alive,
  }
}

function independentAt(groups: readonly AgeGroup[], table: readonly Row[], from: number): number {
  const years = table.map(({ livedYears }, at) => (1 - groups[at]!.careShare) * livedYears)
  return sum(years.slice(from)) / table[from]!.alive
}
