import { NO_RATE, type Rate, rateOf, roundTimes } from './rate.ts'
import { capped, facilityUsers, type LevelBase, type LevelRates, levelRates } from './service-users.ts'
import { type Trend, type TrendedRate, trendRates } from './trend-rates.ts'

// One insurer: 2 sexes × ages × levels × services × years. Every table is flat, `year × levels + level`.

export interface ProjectedCell {
  /** by projected year */
  insured: readonly number[]
  base: { insured: number; certified: readonly number[] }
  /** of the chosen Δ, by level */
  trend: {
    later: { insured: number; certified: readonly number[] }
    earlier: { insured: number; certified: readonly number[] }
    years: number
  }
}
export interface ProjectedService {
  band: 'facility' | 'residential' | 'home'
  /** by level */
  base: readonly LevelBase[]
  /** places by projected year; null: none stated */
  capacity: readonly (number | null)[] | null
  /** whether the municipality decides the supply: only then it is capped */
  isCapped: boolean
}
/** Changes against the natural trend, flat as the tables; null: none. */
export interface Deltas {
  certified: ArrayLike<number> | null
  users: readonly (ArrayLike<number> | null)[]
  timesTenths: readonly (ArrayLike<number> | null)[]
}
export interface ProjectionBase {
  levels: number
  baseFiscalYear: number
  /** rising, after the base year, with every year of the plan */
  fiscalYears: readonly number[]
  clampPerMille: number
  planYears: number
  cells: readonly ProjectedCell[]
  services: readonly ProjectedService[]
  revisionPerMyriad: number
}
export type Table = Float64Array
export interface ServiceTrack {
  users: Table
  /** null where every level counts persons; 0 at levels that do */
  timesTenths: Table | null
  benefitYen: Table
}
export interface Track {
  certified: Table
  facility: Table
  residential: Table
  /** may fall below zero: then `over-certified` is warned of, and nobody is left at home */
  homeBase: Table
  services: ServiceTrack[]
  /** users by service and year before the capacity was applied; null where none is stated */
  demand: (number[] | null)[]
}
export interface Fault {
  code: 'below-zero' | 'no-unit-benefit' | 'no-home-base' | 'no-certified' | 'above-certified'
  service: number | null
  level: number
  year: number | null
}
export interface Clamped {
  /** cells × levels whose rate met a limit in some year of the plan */
  cells: number
  /** of so many cells × levels */
  of: number
  /** cells × levels × years of the plan */
  hits: number
}
export interface Prepared {
  base: ProjectionBase
  /** by cell, flat `year × levels + level` */
  certifiedOfCells: Table[]
  certifiedBase: number[]
  homeBaseOfBase: number[]
  rates: LevelRates[][]
  clamped: Clamped
}

/** What does not depend on any change by hand: certified of the natural trend, rates of the base year. */
export function prepare(base: ProjectionBase): Prepared {
  const { levels, cells, services, revisionPerMyriad } = base
  const clamped: Clamped = { cells: 0, of: cells.length * levels, hits: 0 }
  const certifiedBase = sumByLevel(
    levels,
    cells.map((cell) => cell.base.certified),
  )
  const apart = services.filter(({ band }) => band !== 'home')
  const living = sumByLevel(
    levels,
    apart.map((service) => service.base.map(({ users }) => users)),
  )
  return {
    base,
    certifiedOfCells: cells.map((cell) => certifiedOfCell(cell, base, clamped)),
    certifiedBase,
    homeBaseOfBase: certifiedBase.map((all, level) => all - living[level]!),
    rates: services.map((service) => service.base.map((one) => levelRates(one, revisionPerMyriad))),
    clamped,
  }
}

function sumByLevel(levels: number, rows: readonly (readonly number[])[]): number[] {
  const sums = Array<number>(levels).fill(0)
  for (const row of rows) for (let level = 0; level < levels; level++) sums[level]! += row[level]!
  return sums
}

/** PRJ-003 and PRJ-004 of one cell: the rate of each level moves by its trend, then each year is rounded by itself. */
function certifiedOfCell(cell: ProjectedCell, base: ProjectionBase, clamped: Clamped): Table {
  const { levels, fiscalYears, baseFiscalYear, planYears } = base
  const table = new Float64Array(fiscalYears.length * levels)
  for (let level = 0; level < levels; level++) {
    const of = (counts: { insured: number; certified: readonly number[] }) => ({
      insured: counts.insured,
      certified: counts.certified[level]!,
    })
    const { later, earlier, years } = cell.trend
    const trend: Trend = { later: of(later), earlier: of(earlier), years }
    const rates: TrendedRate[] = trendRates(of(cell.base), trend, base)
    const hits = rates.filter((one) => one.clamped !== 0).length
    clamped.hits += hits
    if (hits > 0) clamped.cells += 1
    for (let year = 0; year < fiscalYears.length; year++) {
      const n = Math.min(fiscalYears[year]! - baseFiscalYear, planYears)
      table[year * levels + level] = roundTimes(cell.insured[year]!, rates[n - 1]!.rate)
    }
  }
  return table
}

/**
 * One way through the tables, in the order of PRJ-009: certified → 施設 → 居住系 → 在宅 → times → benefit.
 * @param deltas null: the natural trend
 * @param isCapped whether kinds of which the municipality decides the supply are brought down to their capacity
 * @returns the tables, with what could not be computed in `faults` (then the tables do not count)
 */
export function runTrack(
  prepared: Prepared,
  deltas: Deltas | null,
  isCapped: boolean,
): { track: Track; faults: Fault[] } {
  const { base, certifiedOfCells } = prepared
  const size = base.fiscalYears.length * base.levels
  const faults: Fault[] = []
  const certified = new Float64Array(size)
  for (const cell of certifiedOfCells) for (let i = 0; i < size; i++) certified[i]! += cell[i]!
  addTo(certified, deltas?.certified ?? null, null, base.levels, faults)
  const track: Track = {
    certified,
    facility: new Float64Array(size),
    residential: new Float64Array(size),
    homeBase: new Float64Array(size),
    services: [],
    demand: [],
  }
  const run = (index: number, users: Table) => {
    const service = base.services[index]!
    addTo(users, deltas?.users[index] ?? null, index, base.levels, faults)
    track.demand[index] = holdToCapacity(users, service, base, isCapped)
    track.services[index] = priced(prepared, index, users, deltas?.timesTenths[index] ?? null, faults)
    return users
  }
  const each = (band: ProjectedService['band'], visit: (index: number) => void) =>
    base.services.forEach((service, index) => {
      if (service.band === band) visit(index)
    })
  each('facility', (index) => {
    const held = run(index, facilityTable(prepared, index, certified, deltas?.users[index] ?? null))
    for (let i = 0; i < size; i++) track.facility[i]! += held[i]!
  })
  each('residential', (index) => {
    const rates = useRates(prepared, index, prepared.certifiedBase, 'no-certified', faults)
    const users = run(index, shares(certified, rates, base.levels))
    for (let i = 0; i < size; i++) track.residential[i]! += users[i]!
  })
  for (let i = 0; i < size; i++)
    track.homeBase[i] = certified[i]! - track.facility[i]! - track.residential[i]!
  each('home', (index) => {
    const rates = useRates(prepared, index, prepared.homeBaseOfBase, 'no-home-base', faults)
    run(index, shares(track.homeBase, rates, base.levels))
  })
  return { track, faults }
}

/** PRJ-005, level by level. */
function facilityTable(
  { base }: Prepared,
  index: number,
  certified: Table,
  delta: ArrayLike<number> | null,
): Table {
  const { levels, fiscalYears, baseFiscalYear, planYears } = base
  const users = new Float64Array(certified.length)
  const end = fiscalYears.indexOf(baseFiscalYear + planYears)
  for (let level = 0; level < levels; level++) {
    const ofLevel = fiscalYears.map((_, year) => certified[year * levels + level]!)
    const changeAtEnd = delta?.[end * levels + level] ?? 0
    const held = facilityUsers(base.services[index]!.base[level]!.users, ofLevel, end, changeAtEnd)
    for (const [year, one] of held.entries()) users[year * levels + level] = one
  }
  return users
}

function useRates(
  { base, certifiedBase }: Prepared,
  index: number,
  among: readonly number[],
  code: 'no-home-base' | 'no-certified',
  faults: Fault[],
): Rate[] {
  return base.services[index]!.base.map(({ users }, level) => {
    if (users === 0) return NO_RATE
    if (users > certifiedBase[level]! && certifiedBase[level]! > 0)
      faults.push({ code: 'above-certified', service: index, level, year: null })
    if (among[level]! > 0) return rateOf(users, among[level]!)
    faults.push({ code, service: index, level, year: null })
    return NO_RATE
  })
}

function shares(of: Table, rates: readonly Rate[], levels: number): Table {
  const users = new Float64Array(of.length)
  for (let i = 0; i < of.length; i++) users[i] = of[i]! > 0 ? roundTimes(of[i]!, rates[i % levels]!) : 0
  return users
}

function addTo(
  table: Table,
  delta: ArrayLike<number> | null,
  service: number | null,
  levels: number,
  faults: Fault[],
) {
  if (delta === null) return
  for (let i = 0; i < table.length; i++) {
    if (delta[i] === 0) continue
    table[i]! += delta[i]!
    if (table[i]! < 0) {
      faults.push({ code: 'below-zero', service, level: i % levels, year: Math.floor(i / levels) })
      table[i] = 0
    }
  }
}

/** PRJ-010: users of each year before the capacity; the table is brought down where the supply is the municipality's. */
function holdToCapacity(
  users: Table,
  service: ProjectedService,
  { levels }: ProjectionBase,
  isCapped: boolean,
): number[] | null {
  const { capacity } = service
  if (capacity === null) return null
  return capacity.map((places, year) => {
    const ofYear = Array.from(users.subarray(year * levels, (year + 1) * levels))
    if (places !== null && isCapped && service.isCapped) users.set(capped(ofYear, places), year * levels)
    return ofYear.reduce((sum, one) => sum + one, 0)
  })
}

/** PRJ-007 and PRJ-008: times and yearly benefit, rounded by service, level and year. */
function priced(
  { base, rates }: Prepared,
  index: number,
  users: Table,
  delta: ArrayLike<number> | null,
  faults: Fault[],
): ServiceTrack {
  const { levels } = base
  const ofService = rates[index]!
  const timesTenths = ofService.some(({ timesPerUser }) => timesPerUser !== null)
    ? new Float64Array(users.length)
    : null
  const benefitYen = new Float64Array(users.length)
  if (timesTenths) {
    for (let i = 0; i < users.length; i++) {
      const perUser = ofService[i % levels]!.timesPerUser
      timesTenths[i] = perUser === null ? 0 : roundTimes(users[i]!, perUser)
    }
    addTo(timesTenths, delta, index, levels, faults)
  }
  for (let i = 0; i < users.length; i++) {
    const { timesPerUser, benefit } = ofService[i % levels]!
    const count = timesPerUser === null ? users[i]! : timesTenths![i]!
    if (users[i] === 0 && count === 0) continue
    if (benefit === null)
      faults.push({
        code: 'no-unit-benefit',
        service: index,
        level: i % levels,
        year: Math.floor(i / levels),
      })
    else benefitYen[i] = roundTimes(count, benefit)
  }
  return { users, timesTenths, benefitYen }
}
