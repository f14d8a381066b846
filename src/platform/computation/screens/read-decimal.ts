/** 「1,234.5」「０．２５」 as a number; null: it is none. */
export function readDecimal(typed: string): number | null {
  const plain = typed.normalize('NFKC').replace(/[\s,]/g, '').replace('−', '-')
  return /^-?\d+(\.\d+)?(e-?\d+)?$/i.test(plain) ? Number(plain) : null
}

/** The limits that a number breaks, in words; null: none. */
export function decimalRange(value: number, min: number | null, max: number | null): string | null {
  if ((min === null || value >= min) && (max === null || value <= max)) return null
  return [min === null ? '' : `${min}以上`, max === null ? '' : `${max}以下`].filter(Boolean).join('、')
}
