import { z } from 'zod'

/** One entry for each fiscal year of the period, the first year first. */
export const years = <S extends z.ZodType>(title: string, entry: S, max = 10) =>
  z
    .array(entry, `${title}: 年度ごとに並べて入力してください。`)
    .min(1, `${title}: 1年度以上入力してください。`)
    .max(max, `${title}: ${max}年度までです。`)
    .meta({ title, description: `${title}（最初の年度から順に）` })

export const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)
