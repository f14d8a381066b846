import { formatDate } from '../../platform/calendar/index.ts'
import { closingDue, type Month } from './rules/month.ts'
import type { Places } from './rules/sections.ts'

/** How the figures were counted and where they come from; stands under the table, on paper and in files. */
export const notesOf = (
  { until, residents }: Places,
  comparisons: readonly { words: string }[],
): string[] => [
  '実人数は人の数です（氏名の分からない方は記録ごとに1人）。延べ件数は記録の数、回数は機会の数です（同じ職員が同じ時刻に同じ方法で始めた記録は1回）。三つは足し合わせられません。',
  '時間は書かれたものだけの合計です。書かれていない記録は「時間の記録なし」に件数で示し、0分とは数えません。',
  '開所時間は平日の8時30分から17時15分まで（国民の祝日と12月29日から1月3日までを除く）として数えています。',
  residents === null
    ? '65歳以上の住民は登録されていないため、千人あたりの数は出していません。'
    : `65歳以上の住民は、めぐりに登録された方を${formatDate(until)}現在で町ごとに数えたものです（基幹系システムの資料と手入力。亡くなった方、転出した方、住所を伏せる方を除く）。千人あたりは、その町の方についての延べ件数を割り、小数第2位を四捨五入しました。`,
  ...comparisons.map(({ words }) => words),
]

/** 「11月9日までに確定します」 */
export const dueWords = (month: Month): string => `${formatDate(closingDue(month))}までに確定します。`
