import type { HealthSpanInput } from './rules/health-span-input.ts'

const population = [
  1800, 2000, 2200, 2400, 2100, 2000, 2300, 2700, 3200, 3600, 3300, 3100, 3300, 3600, 4000, 3300, 2300, 1900,
]
const deaths = [1, 0, 0, 1, 1, 1, 2, 2, 4, 6, 9, 13, 23, 40, 68, 92, 115, 250]
const certified = [40, 40, 80, 150, 250, 640]
const insured = [16_500, 3600, 4000, 3300, 2300, 1900]

/** Invented: the test vector of the rule sheet, one sex, 0–4 to 85 and over; three years taken together. */
export const vectorInput: HealthSpanInput = {
  sex: 'male',
  statusCut: 'care2',
  populationBothSexes: 33_000,
  years: 3,
  areas: 1,
  births: null,
  groups: population.map((count, at) => ({
    fromAge: at * 5,
    population: count,
    deaths: deaths[at]!,
    livedPerMille: at === 0 ? 100 : 500,
  })),
  care: certified.map((count, at) => ({
    fromAge: at === 0 ? 40 : 60 + at * 5,
    certified: count,
    insured: insured[at]!,
  })),
}

/** The vector with one group changed. */
export const vectorWith = (
  at: number,
  change: Partial<HealthSpanInput['groups'][number]>,
): HealthSpanInput => ({
  ...vectorInput,
  groups: vectorInput.groups.map((one, i) => (i === at ? { ...one, ...change } : one)),
})

/** The vector with one row of the certified changed. */
export const careWith = (at: number, change: Partial<HealthSpanInput['care'][number]>): HealthSpanInput => ({
  ...vectorInput,
  care: vectorInput.care.map((one, i) => (i === at ? { ...one, ...change } : one)),
})
