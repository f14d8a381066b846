/** Why a figure is missing, in words, for screen and files alike. */
export const missingWord = (missing: 'masked' | 'no-residents'): string =>
  missing === 'masked' ? '元の統計で伏せられています' : '住む人がいません'
