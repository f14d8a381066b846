import { z } from 'zod'
import { whole, yesNo } from '../../../platform/computation/index.ts'

/** Fields that several rules of the grants ask for. */

const SHARES = '上位の割合（広い方から。7は上位7割。省くと制度の値）'

/** Steps as tenths, widest first; absent: those in force. */
export const topTenthsField = z
  .array(whole('上位の割合', '割', { min: 1, max: 10 }), `${SHARES}: 整数の並びで入力してください。`)
  .min(1, `${SHARES}: 1つ以上入力してください。`)
  .refine((shares) => shares.every((share, at) => at === 0 || share < shares[at - 1]!), {
    error: '上位の割合: 広い方から順に、重ならないように入力してください（例: 7、5、3、1）。',
  })
  .optional()
  .meta({ title: '上位の割合', description: SHARES })

export const populationField = whole('評価される市町村（または都道府県）の数', 'か所', {
  min: 1,
  max: 100_000, // number: far above any population
  help: '任意の取組は、実施している市町村の数',
})

export const pointsPerStepField = whole('1段階の配点', '点', { min: 1, max: 100 })

export const firstForAllField = yesNo(
  '実施した市町村のすべてが第1段階を得る',
  '実施市町村を母数とする指標（ポイント事業、研修、ステップアップ講座、PFSなど）で、はい',
).optional()

/** Shares of the steps behind a first one that all implementers take: without the widest, which that one stands in for. */
export const sharesOf = (
  given: readonly number[] | undefined,
  law: { readonly topTenths: readonly number[] },
  isFirstForAll: boolean,
): readonly number[] => given ?? law.topTenths.slice(isFirstForAll ? 1 : 0)
