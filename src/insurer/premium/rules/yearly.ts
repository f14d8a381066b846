import { z } from 'zod'
import { TooLarge } from '../../../platform/exact/index.ts'

/** One entry for each fiscal year of the period, the first year first. */
export const years = <S extends z.ZodType>(title: string, entry: S, max = 10) =>
  z
    .array(entry, `${title}: 年度ごとに並べて入力してください。`)
    .min(1, `${title}: 1年度以上入力してください。`)
    .max(max, `${title}: ${max}年度までです。`)
    .meta({ title, description: `${title}（最初の年度から順に）` })

/** @throws TooLarge when the sum of whole numbers is no longer exact */
export function sumOf(values: readonly number[]): number {
  const sum = values.reduce((all, value) => all + value, 0)
  if (!Number.isSafeInteger(sum)) throw new TooLarge(`too large to count exactly: ${sum}`)
  return sum
}
