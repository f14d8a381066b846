/**
 * Why a figure is missing. masked: the source hides or leaves out a part · no-residents: nothing to divide by ·
 * small: hidden here, because it is small or a small one could be computed from it
 */
export type MissingReason = 'masked' | 'no-residents' | 'small'

/** A figure with its reason when there is none; missing is never zero. */
export type Figure = { value: number; missing: null } | { value: null; missing: MissingReason }

/** Residents of one place by five-year bands: 18 of each sex, the first 0–4, the last 85 and over; null is masked. */
export interface Residents {
  total: number | null
  bandsMale: readonly (number | null)[]
  bandsFemale: readonly (number | null)[]
}

const figure = (value: number | null): Figure =>
  value === null ? { value: null, missing: 'masked' } : { value, missing: null }

/**
 * Residents of both sexes from an age on, persons. One masked band makes the sum missing: a part would look like the whole.
 * @param ageYears a multiple of five, 0 to 85: 65 is the 14th band
 */
export function agedFrom({ bandsMale, bandsFemale }: Residents, ageYears: number): Figure {
  if (ageYears % 5 !== 0 || ageYears < 0 || ageYears > 85)
    throw new RangeError(`no band begins at ${ageYears}`)
  const parts = [...bandsMale.slice(ageYears / 5), ...bandsFemale.slice(ageYears / 5)]
  return figure(
    parts.reduce<number | null>((sum, part) => (sum === null || part === null ? null : sum + part), 0),
  )
}

/**
 * 高齢化率: residents aged 65 and over in 1,000 residents, whole ‰, half up (四捨五入). Integers only.
 * @source 総務省統計局「人口推計」: 65歳以上人口 ÷ 総人口
 */
export function ageingPerMille(residents: Residents): Figure {
  const aged = agedFrom(residents, 65)
  if (aged.value === null) return aged
  if (residents.total === null) return { value: null, missing: 'masked' }
  if (residents.total === 0) return { value: null, missing: 'no-residents' }
  return figure(Math.floor((aged.value * 2000 + residents.total) / (residents.total * 2)))
}

/** The sum over places; one with a masked part makes it missing. */
export function together(places: readonly Residents[]): Residents {
  const add = (a: number | null, b: number | null) => (a === null || b === null ? null : a + b)
  const none: (number | null)[] = Array.from({ length: 18 }, () => 0)
  return places.reduce<Residents>(
    (sum, place) => ({
      total: add(sum.total, place.total),
      bandsMale: sum.bandsMale.map((count, i) => add(count, place.bandsMale[i] ?? null)),
      bandsFemale: sum.bandsFemale.map((count, i) => add(count, place.bandsFemale[i] ?? null)),
    }),
    { total: 0, bandsMale: none, bandsFemale: none },
  )
}

export const total = (residents: Residents): Figure => figure(residents.total)
