import { product, type Ratio } from '../../../platform/exact/index.ts'

/** One printed figure held against what its neighbours lead to. */
export interface Check {
  /** `C`, `A.year1`, `NEED`: stable, tests and case files name it */
  id: string
  /** `VAL-02` */
  validator: string
  label: string
  /** how the figure is recomputed, in the words of the print */
  formula: string
  /** the field that holds the printed figure */
  path: string
  unit: string
  published: Ratio
  computed: Ratio
  /** how far the two may be apart */
  tolerance: Ratio
  isMet: boolean
  /** worth a look, no contradiction */
  isWarning: boolean
  /** the whole sentence when it is not met */
  message: string
}

export type Exact = number | Ratio
export const exact = (value: Exact): Ratio => (typeof value === 'number' ? { over: value, under: 1 } : value)

export const minus = (a: Exact, b: Exact): Ratio => {
  const [left, right] = [exact(a), exact(b)]
  const over = BigInt(left.over) * BigInt(right.under) - BigInt(right.over) * BigInt(left.under)
  return { over, under: product(left.under, right.under) }
}
export const plus = (a: Exact, b: Exact): Ratio => {
  const right = exact(b)
  return minus(a, { over: -right.over, under: right.under })
}
export const isBelow = (a: Exact, b: Exact): boolean => minus(a, b).over < 0n
const apart = (a: Exact, b: Exact): Ratio => {
  const { over, under } = minus(a, b)
  return { over: BigInt(over) < 0n ? -over : over, under }
}
export const isWithin = (a: Exact, b: Exact, tolerance: Exact): boolean => !isBelow(tolerance, apart(a, b))

/** 1,234 · 6,264.62: with the digits it needs, four at most, half up. */
export function said(value: Exact): string {
  const ratio = exact(value)
  const [over, under] = [BigInt(ratio.over), BigInt(ratio.under)]
  // as large as it likes: no amount is too large to be named in a sentence
  const scaled = ((over < 0n ? -over : over) * 10_000n * 2n + under) / (under * 2n)
  const sign = over < 0n && scaled > 0n ? '-' : ''
  const digits = String(10_000n + (scaled % 10_000n))
    .slice(1)
    .replace(/0+$/, '')
  return `${sign}${(scaled / 10_000n).toLocaleString('en-US')}${digits ? `.${digits}` : ''}`
}

type Named = Pick<Check, 'id' | 'validator' | 'label' | 'formula' | 'path'> & { unit?: string; hint?: string }

/** Printed against recomputed. */
export function compare(named: Named, published: Exact, computed: Exact, tolerance: Exact): Check {
  const { hint, unit = '円', ...rest } = named
  const isMet = isWithin(published, computed, tolerance)
  const message = () =>
    `${rest.label}: 印刷の値は${said(published)}${unit}ですが、${rest.formula}を計算すると${said(computed)}${unit}になり、${said(apart(published, computed))}${unit}違います。${hint ?? '転記と計算を確かめてください。'}`
  return {
    ...rest,
    unit,
    published: exact(published),
    computed: exact(computed),
    tolerance: exact(tolerance),
    isMet,
    isWarning: false,
    message: isMet ? '' : message(),
  }
}

/** A condition that a figure keeps or breaks; 1 against 1 or 0. */
export function condition(named: Named, isMet: boolean, message: string, isWarning = false): Check {
  const { hint: _, unit = '', ...rest } = named
  const [published, computed, tolerance] = [1, isMet ? 1 : 0, 0].map(exact) as [Ratio, Ratio, Ratio]
  return { ...rest, unit, published, computed, tolerance, isMet, isWarning, message }
}
