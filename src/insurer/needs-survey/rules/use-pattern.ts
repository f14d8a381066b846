/** HCS-01: how services of a month combine. */
export const USE_PATTERNS = {
  visitsOnly: '訪問系のみ',
  visitsCombined: '訪問系を含む組合せ',
  dayOrShortStay: '通所系・短期系のみ',
  unused: '未利用',
} as const
export type UsePattern = keyof typeof USE_PATTERNS

/** Uses in the month, whole; null: the claims of that group are not at hand. */
export interface Uses {
  visits: number | null
  dayCare: number | null
  shortStay: number | null
}

/** null: what is missing leaves more than one pattern possible. */
export function patternOfUse({ visits, dayCare, shortStay }: Uses): UsePattern | null {
  if (visits === null) return null
  const others = [dayCare, shortStay]
  const hasOther = others.some((uses) => uses !== null && uses > 0)
  if (hasOther) return visits > 0 ? 'visitsCombined' : 'dayOrShortStay'
  if (others.includes(null)) return null
  return visits > 0 ? 'visitsOnly' : 'unused'
}
