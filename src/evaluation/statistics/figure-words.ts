type Missing = 'masked' | 'no-residents'

/** Why a figure is missing, in words, for screen and files alike. */
export const missingWord = (missing: Missing): string =>
  missing === 'masked' ? '元の統計で伏せられています' : '住む人がいません'

/** What stands in its place: what is hidden is not known, what has no divisor does not exist. Neither is zero. */
export const missingLabel = (missing: Missing): string => (missing === 'masked' ? '不明' : '計算できません')

/** Said beside 出典, as the licence asks of figures that were worked on. */
export const PROCESSED =
  '65歳以上、75歳以上、高齢化率は、元の統計を加工（年齢別の数を合計）して作成しています。'
