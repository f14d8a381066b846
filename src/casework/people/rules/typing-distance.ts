/**
 * Typing errors between two keys: letters exchanged for another, left out, added, and neighbours swapped count one each
 * (optimal string alignment). Stops counting at `most`.
 * @returns 0…most; `most` means "that many or more"
 */
export function typingDistance(a: string, b: string, most = 3): number {
  const [x, y] = [[...a], [...b]]
  if (Math.abs(x.length - y.length) >= most) return most
  let beforeLast: number[] = []
  let last = Array.from({ length: y.length + 1 }, (_, j) => j)
  for (let i = 1; i <= x.length; i++) {
    const row = [i]
    for (let j = 1; j <= y.length; j++) {
      const swap = i > 1 && j > 1 && x[i - 1] === y[j - 2] && x[i - 2] === y[j - 1]
      row[j] = Math.min(
        last[j]! + 1,
        row[j - 1]! + 1,
        last[j - 1]! + (x[i - 1] === y[j - 1] ? 0 : 1),
        swap ? beforeLast[j - 2]! + 1 : most,
      )
    }
    ;[beforeLast, last] = [last, row]
  }
  return Math.min(last[y.length]!, most)
}
