/**
 * Contributions of factors to the change of their product (logarithmic mean Divisia index): L × ln(x1/x0), where
 * L = (V1 − V0) ÷ (ln V1 − ln V0). They sum to V1 − V0, but for the last digits of a real number.
 * Zeros by the limit: where the product comes from nothing or goes to nothing, the factor that was or became zero bears the whole
 * change, several of them in equal parts. Equal products: L is that product.
 * @param before factors of V0, none below zero @param after the same of V1
 */
export function lmdi(before: readonly number[], after: readonly number[]): number[] {
  const value = (factors: readonly number[]) => factors.reduce((all, one) => all * one, 1)
  const [from, to] = [value(before), value(after)]
  if (from === 0 || to === 0) {
    const zeros = (from === 0 ? before : after).map((one) => one === 0)
    const share = (to - from) / zeros.filter((isZero) => isZero).length
    return zeros.map((isZero) => (isZero ? share : 0))
  }
  const mean = from === to ? from : (to - from) / logOfRatio(from, to)
  return before.map((one, at) => mean * logOfRatio(one, after[at]!))
}

/** ln(to ÷ from), exact to the last digits also where the two are nearly equal. */
const logOfRatio = (from: number, to: number) =>
  Math.abs(to - from) < from / 2 ? Math.log1p((to - from) / from) : Math.log(to) - Math.log(from) // number: a half, below which log1p is the surer

/** Real parts as whole numbers that add up to a whole: each cut, the units that are left to the largest remainders, in order. */
export function wholeParts(parts: readonly number[], total: number): number[] {
  const cut = parts.map((part) => Math.floor(part))
  const left = total - cut.reduce((sum, part) => sum + part, 0)
  const order = parts
    .map((part, at) => ({ at, rest: part - Math.floor(part) }))
    .sort((a, b) => b.rest - a.rest) // stable: equal remainders stay in order
  const more = new Map(
    order.map(({ at }, place) => [
      at,
      Math.floor(left / parts.length) + (place < mod(left, parts.length) ? 1 : 0),
    ]),
  )
  return cut.map((part, at) => part + more.get(at)!)
}

const mod = (value: number, by: number) => ((value % by) + by) % by
