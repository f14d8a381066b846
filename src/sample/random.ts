/**
 * Chance that repeats: the same seed and label give the same numbers on every machine (32-bit integer arithmetic only).
 * The generator is sfc32, seeded by a hash of seed, label and number. Not for secrets.
 */
export class Random {
  private a: number
  private b: number
  private c: number
  private counter = 1

  constructor(seed: number, label: number, index: number) {
    this.a = seed | 0
    this.b = label | 0
    this.c = Math.imul(index + 1, 0x9e3779b1) | 0
    for (let turn = 0; turn < 12; turn++) this.next()
  }

  /** 0 to 2^32 − 1 */
  next(): number {
    const t = (((this.a + this.b) | 0) + this.counter) | 0
    this.counter = (this.counter + 1) | 0
    this.a = this.b ^ (this.b >>> 9)
    this.b = (this.c + (this.c << 3)) | 0
    this.c = ((this.c << 21) | (this.c >>> 11)) + t
    this.c |= 0
    return t >>> 0
  }

  /** A whole number from 0 to `limit` − 1. */
  below(limit: number): number {
    return Math.floor((this.next() / 0x1_0000_0000) * limit)
  }

  between(least: number, most: number): number {
    return least + this.below(most - least + 1)
  }

  chance(perMille: number): boolean {
    return this.below(1000) < perMille
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!
  }
}

/** FNV-1a over UTF-16 units. */
export function labelHash(label: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < label.length; at++) hash = Math.imul(hash ^ label.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** A family of independent generators: `stream('people')(17)` is always the same one for a seed. */
export function streamOf(seed: number, label: string): (index: number) => Random {
  const hash = labelHash(label)
  return (index) => new Random(seed, hash, index)
}

/** Draws by weight: `weighted([['a', 3], ['b', 1]])` gives 'a' three times in four. */
export function weighted<T>(entries: readonly (readonly [T, number])[]): (random: Random) => T {
  const limits: number[] = []
  let total = 0
  for (const [, weight] of entries) {
    total += weight
    limits.push(total)
  }
  return (random) => {
    const drawn = random.below(total)
    let low = 0
    let high = limits.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (limits[middle]! > drawn) high = middle
      else low = middle + 1
    }
    return entries[low]![0]
  }
}

/** A new array in another order (Fisher–Yates). */
export function shuffled<T>(list: readonly T[], random: Random): T[] {
  const result = [...list]
  for (let at = result.length - 1; at > 0; at--) {
    const other = random.below(at + 1)
    ;[result[at], result[other]] = [result[other]!, result[at]!]
  }
  return result
}
