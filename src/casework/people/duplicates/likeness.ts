/** One letter exchanged, left out or added, or two neighbours swapped; equal texts too. Allocates nothing: asked millions of times. */
export function isWithinOneError(a: string, b: string): boolean {
  const difference = a.length - b.length
  if (difference > 1 || difference < -1) return false
  let from = 0
  while (from < a.length && from < b.length && a.charCodeAt(from) === b.charCodeAt(from)) from += 1
  let [endA, endB] = [a.length, b.length]
  while (endA > from && endB > from && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA -= 1
    endB -= 1
  }
  const [left, other] = [endA - from, endB - from]
  if (left <= 1 && other <= 1) return true
  return (
    left === 2 &&
    other === 2 &&
    a.charCodeAt(from) === b.charCodeAt(from + 1) &&
    a.charCodeAt(from + 1) === b.charCodeAt(from)
  )
}

/** Two days of which one digit differs, or two digits are swapped, neighbours or not (月 and 日, too). */
export function isNearBirth(a: string, b: string): boolean {
  let different = 0
  let [first, second] = [-1, -1]
  for (let at = 0; at < a.length; at++) {
    if (a.charCodeAt(at) === b.charCodeAt(at)) continue
    different += 1
    if (different === 1) first = at
    else second = at
  }
  if (different === 1) return true
  if (different === 2) return a[first] === b[second] && a[second] === b[first]
  return (
    a.slice(0, 4) === b.slice(0, 4) && a.slice(5, 7) === b.slice(8, 10) && a.slice(8, 10) === b.slice(5, 7)
  )
}
