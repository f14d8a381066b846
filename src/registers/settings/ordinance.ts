import type { Ordinance } from './schema.ts'

/** 根拠 as screens and papers print it: 「めぐり市介護保険条例（平成12年条例第10号）第4条第1項」. */
export const sourceOf = ({ title, number, article }: Ordinance): string =>
  `${title}${number === null ? '' : `（${number}）`}${article ?? ''}`
