/** blank: nothing typed · unreadable: not a whole number · outside: beyond the limits */
export type WholeNumber =
  | { state: 'blank' }
  | { state: 'number'; value: number }
  | { state: 'unreadable' }
  | { state: 'outside'; value: number }

/** Reads what people type into a number field: full width, separators, 「12件」 with its unit. 0 is a number, blank is not. */
export function readWholeNumber(
  typed: string,
  { min, max, unit }: { min?: number; max?: number; unit?: string } = {},
): WholeNumber {
  const plain = typed.normalize('NFKC').replace(/[\s,]/g, '')
  const digits =
    unit && plain.endsWith(unit.normalize('NFKC')) ? plain.slice(0, -unit.normalize('NFKC').length) : plain
  if (digits === '') return plain === '' ? { state: 'blank' } : { state: 'unreadable' }
  if (!/^[-−]?\d{1,15}$/.test(digits)) return { state: 'unreadable' }
  const value = Number(digits.replace('−', '-'))
  const isOutside = (min !== undefined && value < min) || (max !== undefined && value > max)
  return { state: isOutside ? 'outside' : 'number', value }
}
