type Missing = 'masked' | 'no-residents' | 'small'

/** Why a figure is missing, in words, for screen and files alike. */
export const missingWord = (missing: Missing): string => WORDS[missing]

const WORDS: Readonly<Record<Missing, string>> = {
  masked: '元の統計で伏せられています',
  'no-residents': '住む人がいません',
  small: '小さい数か、小さい数を計算できる数のため、伏せています',
}

/** What stands in its place: what is hidden is not known, what has no divisor does not exist. Neither is zero. */
export const missingLabel = (missing: Missing): string => LABELS[missing]

const LABELS: Readonly<Record<Missing, string>> = {
  masked: '不明',
  'no-residents': '計算できません',
  small: '秘匿',
}

/** Said beside 出典, as the licence asks of figures that were worked on. */
export const PROCESSED =
  '65歳以上、75歳以上、高齢化率は、元の統計を加工（年齢別の数を合計）して作成しています。'
