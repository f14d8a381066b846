import { bands, type Sex, type TownPopulation } from './layout.ts'

/** A sum that does not agree: the column to look at and the words. */
export interface Disagreement {
  heading: 'totalPopulation' | 'male' | 'woman'
  reason: string
}

/** Checks male + female = total and the bands of each sex; a sum with a missing part is left unchecked. */
export function disagreements(town: TownPopulation): Disagreement[] {
  const found: Disagreement[] = []
  const both = sum([town.male, town.female])
  if (both !== null && town.total !== null && both !== town.total) {
    found.push({
      heading: 'totalPopulation',
      reason: `男と女の和は${both}人ですが、総数は${town.total}人になっています。`,
    })
  }
  for (const [sex, heading, word] of [
    ['male', 'male', '男'],
    ['female', 'woman', '女'],
  ] as const) {
    const ofBands = sumOfBands(town, sex)
    if (ofBands !== null && town[sex] !== null && ofBands !== town[sex]) {
      found.push({
        heading,
        reason: `${word}の年齢階級の和は${ofBands}人ですが、${word}の計は${town[sex]}人になっています。`,
      })
    }
  }
  return found
}

/** Residents of a sex from a band on; null when one of the bands is missing. */
export function sumOfBands(town: TownPopulation, sex: Sex, fromBand = 1): number | null {
  return sum(
    town.bands
      .filter((b) => b.sex === sex && b.band >= fromBand && bands.includes(b.band))
      .map((b) => b.count),
  )
}

/** Both sexes, 65 and over (band 14 on). */
export function aged65AndOver(town: TownPopulation): number | null {
  return sum([sumOfBands(town, 'male', 14), sumOfBands(town, 'female', 14)])
}

function sum(parts: readonly (number | null)[]): number | null {
  return parts.reduce<number | null>(
    (total, part) => (total === null || part === null ? null : total + part),
    0,
  )
}
