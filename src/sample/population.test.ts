import { beforeAll, describe, expect, it } from 'vitest'
import { inventTowns } from './city/towns.ts'
import { LEAST_OLDER_PEOPLE, mergeTowns, OLDER_BANDS, type PopulationTown } from './population.ts'
import { readSamplePopulation } from './source.ts'
import { createWorld, type SampleWorld } from './world.ts'

const ANCHOR = '2026-11-22'
let population: PopulationTown[]
let whole: SampleWorld
beforeAll(async () => {
  population = await readSamplePopulation()
  whole = createWorld({ scale: 1, seed: 1, anchor: ANCHOR, population })
})

const lowest = (age: number) => Math.min(85, Math.floor(age / 5) * 5)
/** Residents by town, sex and band: '3 female 70' → 41. */
function cells({ people }: SampleWorld): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { standing, townAt, sex, age } of people) {
    if (standing !== 'resident') continue
    const cell = `${townAt} ${sex} ${lowest(age)}`
    counts.set(cell, (counts.get(cell) ?? 0) + 1)
  }
  return counts
}

describe('町の合併', () => {
  it('65歳以上が500人に満たない町はなく、一人も失われない', () => {
    const merged = mergeTowns(population)
    expect(Math.min(...merged.map(({ total }) => total))).toBeGreaterThanOrEqual(LEAST_OLDER_PEOPLE)
    expect(merged.reduce((sum, { total }) => sum + total, 0)).toBe(120_321)
    expect(merged.flatMap(({ sources }) => sources)).toHaveLength(235)
  })

  it('町の名は重ならず、実在の町の名でもない', () => {
    const names = inventTowns(1, population).map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    const real = new Set(population.map(({ townName }) => townName))
    expect(names.filter((name) => real.has(name))).toEqual([])
  })

  it('八つの圏域の大きさはおおむねそろう', () => {
    const sizes = new Array<number>(8).fill(0)
    for (const { areaAt, source } of whole.towns) sizes[areaAt] = sizes[areaAt]! + source.total
    for (const size of sizes) expect(Math.abs(size - 120_321 / 8)).toBeLessThan(4000)
  })
})

describe('人口の写し', () => {
  it('規模1では、町・性・年齢階級ごとに元の数と一致する', () => {
    const counts = cells(whole)
    for (const { at, source } of whole.towns) {
      for (const sex of ['male', 'female'] as const) {
        OLDER_BANDS.forEach((band, n) => {
          expect(counts.get(`${at} ${sex} ${band * 5}`) ?? 0).toBe(source.older[sex][n])
        })
      }
    }
  })

  it.each([0.05, 0.002])('規模%fでは、どの欄も1人とちがわず、合計は丸めた数になる', (scale) => {
    const world = createWorld({ scale, seed: 1, anchor: ANCHOR, population })
    const counts = cells(world)
    for (const { at, source } of world.towns) {
      for (const sex of ['male', 'female'] as const) {
        OLDER_BANDS.forEach((band, n) => {
          const got = counts.get(`${at} ${sex} ${band * 5}`) ?? 0
          expect(Math.abs(got - source.older[sex][n]! * scale)).toBeLessThan(1)
        })
      }
    }
    const residents = world.people.filter(({ standing }) => standing === 'resident').length
    expect(residents).toBe(Math.round(120_321 * scale))
  })

  it('85歳以上は年齢が上がるほど少なく、100歳以上も何人かいる', () => {
    const byAge = new Map<number, number>()
    for (const { age, standing } of whole.people) {
      if (standing === 'resident' && age >= 85) byAge.set(age, (byAge.get(age) ?? 0) + 1)
    }
    expect(byAge.get(85)!).toBeGreaterThan(byAge.get(90)!)
    expect(byAge.get(90)!).toBeGreaterThan(byAge.get(95)!)
    const centenarians = [...byAge].filter(([age]) => age >= 100).reduce((sum, [, count]) => sum + count, 0)
    expect(centenarians).toBeGreaterThan(50)
    expect(centenarians).toBeLessThan(700)
  })
})

describe('人の顔ぶれ', () => {
  it('支援措置は約1%で、すべて一人世帯', () => {
    const guarded = whole.people.filter(({ isProtected }) => isProtected)
    expect(guarded.length / whole.people.length).toBeGreaterThan(0.008)
    expect(guarded.length / whole.people.length).toBeLessThan(0.012)
    const households = new Map<number, number>()
    for (const { household } of whole.people) households.set(household, (households.get(household) ?? 0) + 1)
    expect(guarded.filter(({ household }) => households.get(household) !== 1)).toEqual([])
  })

  it('亡くなった方、転出した方、住所地特例、第2号、明治・大正生まれ、日の不明な方がいる', () => {
    const standings = new Set(whole.people.map(({ standing }) => standing))
    expect(standings).toEqual(new Set(['resident', 'died', 'movedOut', 'exception', 'second']))
    expect(whole.people.filter(({ birthOn }) => birthOn < '1912-07-30').length).toBeGreaterThan(0)
    expect(whole.people.filter(({ birthOn }) => birthOn < '1926-12-25').length).toBeGreaterThan(100)
    const uncertain = new Set(whole.people.map(({ birthUncertainty }) => birthUncertainty))
    expect(uncertain).toEqual(new Set(['known', 'day-unknown', 'month-unknown', 'year-unknown']))
  })

  it('職員は約80人で、14の職すべてがいる', () => {
    expect(whole.staff.length).toBeGreaterThanOrEqual(78)
    expect(whole.staff.length).toBeLessThanOrEqual(86)
    expect(new Set(whole.staff.map(({ role }) => role)).size).toBe(14)
    expect(new Set(whole.staff.map(({ staffNumber }) => staffNumber)).size).toBe(whole.staff.length)
  })
})
