/** What a field of height or weight holds: a number in hundredths, nothing, or something else. */
export type Measured = number | null | 'unreadable'

/** Half width, without the point of a number that was left half typed: '１５６．' → '156' */
export const tidyMeasured = (typed: string): string => typed.normalize('NFKC').trim().replace(/\.$/, '')

/** '156' → 15600, '47.36' → 4736, blank → null. From the digits, never through floating point; as `schema.ts` reads it. */
export function readMeasured(typed: string): Measured {
  const text = tidyMeasured(typed)
  if (text === '') return null
  const parts = /^(\d{1,4})(?:\.(\d{1,2}))?$/.exec(text)
  if (!parts) return 'unreadable'
  return Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'))
}

/** Nothing that cannot be read is counted; it is said beside the field. */
export const knownHundredths = (typed: string): number | null => {
  const read = readMeasured(typed)
  return read === 'unreadable' ? null : read
}

/** 15600 → '156', 4736 → '47.36', null → '' */
export function measuredText(hundredths: number | null): string {
  if (hundredths === null) return ''
  const rest = String(hundredths % 100).padStart(2, '0')
  return `${Math.floor(hundredths / 100)}${rest === '00' ? '' : `.${rest.replace(/0$/, '')}`}`
}
