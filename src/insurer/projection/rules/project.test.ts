import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Deltas,
  type ProjectedCell,
  type ProjectedService,
  type ProjectionBase,
  prepare,
  runTrack,
  type Track,
} from './project.ts'
import { trendRates } from './trend-rates.ts'

const LEVELS = 3
const YEARS = [2027, 2028, 2029, 2030, 2035]
const SIZE = LEVELS * YEARS.length
const byLevel = (arb: fc.Arbitrary<number>) => fc.array(arb, { minLength: LEVELS, maxLength: LEVELS })
const counts = fc.record({
  insured: fc.integer({ min: 300, max: 9000 }),
  certified: byLevel(fc.integer({ min: 20, max: 100 })),
})
const cell: fc.Arbitrary<ProjectedCell> = fc.record({
  insured: fc.array(fc.nat(9000), { minLength: YEARS.length, maxLength: YEARS.length }),
  base: counts,
  trend: fc.record({ later: counts, earlier: counts, years: fc.constantFrom(1, 2, 5) }),
})
const service = (band: ProjectedService['band']): fc.Arbitrary<ProjectedService> =>
  fc.record({
    band: fc.constant(band),
    base: byLevel(fc.integer({ min: 1, max: 6 })).chain((users) =>
      fc
        .tuple(fc.boolean(), byLevel(fc.integer({ min: 1, max: 2000 })), byLevel(fc.nat(9_000_000)))
        .map(([isTimed, times, yen]) =>
          users.map((one, level) => ({
            users: one,
            timesTenths: isTimed ? times[level]! : null,
            benefitYen: yen[level]!,
          })),
        ),
    ),
    capacity: fc.option(
      fc.array(fc.option(fc.nat(30), { nil: null }), { minLength: YEARS.length, maxLength: YEARS.length }),
      { nil: null },
    ),
    isCapped: fc.boolean(),
  })
const projection: fc.Arbitrary<ProjectionBase> = fc.record({
  levels: fc.constant(LEVELS),
  baseFiscalYear: fc.constant(2026),
  fiscalYears: fc.constant(YEARS),
  clampPerMille: fc.constant(100),
  planYears: fc.constant(3),
  cells: fc.array(cell, { minLength: 1, maxLength: 3 }),
  services: fc.tuple(service('home'), service('facility'), service('residential'), service('home')),
  revisionPerMyriad: fc.constantFrom(10_000, 10_159),
})
const table = fc.array(fc.nat(9), { minLength: SIZE, maxLength: SIZE })
const deltas = fc.record({
  certified: table,
  users: fc.tuple(table, table, table, table),
  timesTenths: fc.tuple(table, fc.constant(null), fc.constant(null), table),
})
const NONE: Deltas = {
  certified: null,
  users: [null, null, null, null],
  timesTenths: [null, null, null, null],
}

const numbers = (track: Track) => ({
  certified: [...track.certified],
  homeBase: [...track.homeBase],
  services: track.services.map(({ users, timesTenths, benefitYen }) => [
    [...users],
    timesTenths && [...timesTenths],
    [...benefitYen],
  ]),
  demand: track.demand,
})
const run = (base: ProjectionBase, change: Deltas | null, isCapped = false) => {
  const { track, faults } = runTrack(prepare(base), change, isCapped)
  expect(faults).toEqual([])
  return track
}
const halfUp = (over: bigint, under: bigint) => Number((2n * over + under) / (2n * under))

describe('将来推計の流れ', () => {
  it('増減のない施策反映は、自然体と同じ', () => {
    fc.assert(
      fc.property(projection, (base) => {
        const zero = {
          ...NONE,
          certified: new Float64Array(SIZE),
          users: NONE.users.map(() => new Float64Array(SIZE)),
        }
        expect(numbers(run(base, zero))).toEqual(numbers(run(base, null)))
        expect(numbers(run(base, NONE))).toEqual(numbers(run(base, null)))
      }),
      { numRuns: 30 },
    )
  })

  it('認定者は、四捨五入した区分の和で、区分は正確な率の四捨五入', () => {
    fc.assert(
      fc.property(projection, (base) => {
        const prepared = prepare(base)
        const { certified } = runTrack(prepared, null, false).track
        for (let i = 0; i < SIZE; i++) {
          const [year, level] = [Math.floor(i / LEVELS), i % LEVELS]
          const n = Math.min(YEARS[year]! - 2026, 3)
          const cells = base.cells.map((cell) => {
            const of = (one: { insured: number; certified: readonly number[] }) => ({
              insured: one.insured,
              certified: one.certified[level]!,
            })
            const { later, earlier, years } = cell.trend
            const { rate } = trendRates(
              of(cell.base),
              { later: of(later), earlier: of(earlier), years },
              base,
            )[n - 1]!
            return halfUp(BigInt(cell.insured[year]!) * rate.over, rate.under)
          })
          expect(prepared.certifiedOfCells.map((one) => one[i])).toEqual(cells)
          expect(certified[i]).toBe(cells.reduce((sum, one) => sum + one, 0))
        }
      }),
      { numRuns: 30 },
    )
  })

  it('在宅の利用者、回数、給付費は、正確な分数の四捨五入', () => {
    fc.assert(
      fc.property(projection, (base) => {
        const { certified, facility, residential, homeBase, services } = run(base, null)
        for (let i = 0; i < SIZE; i++) {
          const level = i % LEVELS
          expect(homeBase[i]).toBe(certified[i]! - facility[i]! - residential[i]!)
          const certifiedBase = base.cells.reduce((sum, cell) => sum + cell.base.certified[level]!, 0)
          const [of, living] = [(index: number) => base.services[index]!.base[level]!, [1, 2]]
          const home = certifiedBase - living.reduce((sum, index) => sum + of(index).users, 0)
          for (const index of [0, 3]) {
            const { users, timesTenths, benefitYen } = services[index]!
            const one = of(index)
            const wanted = homeBase[i]! > 0 ? halfUp(BigInt(homeBase[i]! * one.users), BigInt(home)) : 0
            expect(users[i]).toBe(wanted)
            const price = (count: number, per: number) =>
              halfUp(
                BigInt(count) * BigInt(one.benefitYen) * 12n * BigInt(base.revisionPerMyriad),
                BigInt(per) * 10_000n,
              )
            if (one.timesTenths === null) {
              expect(timesTenths).toBeNull()
              expect(benefitYen[i]).toBe(price(wanted, one.users))
            } else {
              expect(timesTenths![i]).toBe(halfUp(BigInt(wanted * one.timesTenths), BigInt(one.users)))
              expect(benefitYen[i]).toBe(price(timesTenths![i]!, one.timesTenths))
            }
          }
        }
      }),
      { numRuns: 30 },
    )
  })

  it('同じ施策反映をもう一度かけても、分けてかけても、結果は同じ', () => {
    fc.assert(
      fc.property(projection, deltas, fc.boolean(), (base, change, isCapped) => {
        const prepared = prepare(base)
        const once = numbers(runTrack(prepared, change, isCapped).track)
        expect(numbers(runTrack(prepared, change, isCapped).track)).toEqual(once)
        expect(numbers(run(base, change, isCapped))).toEqual(once)
      }),
      { numRuns: 30 },
    )
  })

  it('認定者への増減はその数だけ、計画期間の施設への増減はその年だけ効く', () => {
    fc.assert(
      fc.property(projection, deltas, (base, change) => {
        const natural = run(base, null)
        const adjusted = run(base, {
          ...NONE,
          certified: change.certified,
          users: [null, change.users[1], null, null],
        })
        for (let i = 0; i < SIZE; i++) {
          expect(adjusted.certified[i]! - natural.certified[i]!).toBe(change.certified[i])
          if (i < 3 * LEVELS) expect(adjusted.facility[i]! - natural.facility[i]!).toBe(change.users[1][i])
        }
      }),
      { numRuns: 30 },
    )
  })

  it('定員でおさえた年の利用者は、定員と需要の小さい方', () => {
    fc.assert(
      fc.property(projection, (base) => {
        const open = run(base, null)
        const held = run(base, NONE, true)
        base.services.forEach(({ capacity, isCapped }, index) => {
          expect(held.demand[index] === null).toBe(capacity === null)
          for (const [year, places] of (capacity ?? []).entries()) {
            const users = held.services[index]!.users.subarray(year * LEVELS, (year + 1) * LEVELS)
            const total = users.reduce((sum, one) => sum + one, 0)
            const demand = held.demand[index]![year]!
            expect(total).toBe(places !== null && isCapped ? Math.min(places, demand) : demand)
          }
          if (open.demand[index] === null) return
          const all = open.demand[index]!.reduce((sum, one) => sum + one, 0)
          expect(all).toBe(open.services[index]!.users.reduce((sum, one) => sum + one, 0))
        })
      }),
      { numRuns: 30 },
    )
  })

  it('上限か下限に達した数は、区分×要介護度を一度ずつと、年ごとに数える', () => {
    const rising = { insured: 1000, certified: [100, 100, 100] }
    const cell: ProjectedCell = {
      insured: [1000, 1000, 1000, 1000, 1000],
      base: rising,
      // steps of 4 (never past 10), 6 (in the second and third year) and none
      trend: { later: rising, earlier: { insured: 1000, certified: [97, 94, 100] }, years: 1 },
    }
    const base = {
      levels: 3,
      baseFiscalYear: 2026,
      fiscalYears: YEARS,
      clampPerMille: 100,
      planYears: 3,
      cells: [cell, cell],
      services: [],
      revisionPerMyriad: 10_000,
    }
    expect(prepare(base).clamped).toEqual({ cells: 2, of: 6, hits: 4 })
  })
})
