import type { FrequencyLimits } from '../../../law/community/gathering-places.ts'

/** The three classes that the survey prints, the one it implies, and less than once a month: no 通いの場 of the survey. */
export type Frequency = 'weekly' | 'many' | 'several' | 'monthly' | 'less'
export const FREQUENCIES: Readonly<Record<Frequency, string>> = {
  weekly: '週1回以上',
  many: '月4回以上・週1回未満',
  several: '月2回以上4回未満',
  monthly: '月1回以上2回未満',
  less: '月1回未満',
}

/** @returns null where only "every week or not" could decide and nobody knows */
export function frequencyOf(
  { timesInMonth, isEveryWeek }: { timesInMonth: number; isEveryWeek: boolean | null },
  { severalTimes, manyTimes }: FrequencyLimits,
): Frequency | null {
  if (timesInMonth < 1) return 'less'
  if (timesInMonth < severalTimes) return 'monthly'
  if (timesInMonth < manyTimes) return 'several'
  if (isEveryWeek === null) return null
  return isEveryWeek ? 'weekly' : 'many'
}

/** Position of the size class: 1–20 is 0; beyond the last limit, the last; null for nobody. */
export function sizeOf(participants: number, limits: readonly number[]): number | null {
  if (participants < 1) return null
  const at = limits.findIndex((limit) => participants <= limit)
  return at === -1 ? limits.length : at
}

/** Words of the size classes: 1～20人, … 100人超. */
export const sizeLabels = (limits: readonly number[]): string[] => [
  ...limits.map((limit, at) => `${(limits[at - 1] ?? 0) + 1}～${limit}人`),
  `${limits.at(-1)}人超`,
]
