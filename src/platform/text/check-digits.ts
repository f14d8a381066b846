/** Arithmetic of check digits; what a number means and what to say about a wrong one is told by `registers/numbers`. */

const letters = 'ABCDEFGHJKLMNPRSTUVWXYZ' // without I, O, Q

/** 0–9 as themselves, A=10 … Z=32 (I, O, Q skipped); undefined for anything else. */
export function characterValue(c: string): number | undefined {
  if (/^[0-9]$/.test(c)) return Number(c)
  const index = c.length === 1 ? letters.indexOf(c) : -1
  return index < 0 ? undefined : 10 + index
}

/**
 * Modulus 10, weights 2 and 1 from the right, digits of the products added (M10W21).
 * @throws RangeError when a character has no value
 */
export function modulus10CheckDigit(body: string): number {
  let sum = 0
  let weight = 2
  for (const c of [...body].reverse()) {
    const value = characterValue(c)
    if (value === undefined) throw new RangeError('a character without a value in a number')
    for (const digit of String(value * weight)) sum += Number(digit)
    weight = 3 - weight
  }
  return (10 - (sum % 10)) % 10
}

/**
 * Check digit of a local government code (JIS X 0401/0402): weights 6 to 2 over five digits, modulus 11.
 * @throws RangeError unless five digits
 */
export function localGovernmentCheckDigit(five: string): number {
  if (!/^\d{5}$/.test(five))
    throw new RangeError('a local government code has five digits before its check digit')
  const sum = [...five].reduce((total, d, i) => total + Number(d) * (6 - i), 0)
  return (sum >= 11 ? 11 - (sum % 11) : 11 - sum) % 10
}

/** First digit of a corporate number: 9 − (Σ of the other twelve, weights 1,2,1,2… from the right, modulus 9). */
export function corporateCheckDigit(twelve: string): number {
  if (!/^\d{12}$/.test(twelve))
    throw new RangeError('a corporate number has twelve digits after its check digit')
  const sum = [...twelve].reverse().reduce((total, d, i) => total + Number(d) * (i % 2 === 0 ? 1 : 2), 0)
  return 9 - (sum % 9)
}
