/** How a value was taken: two values are compared only when all of this is the same. */
export interface Method {
  /** 杖, 歩行器, なし */
  aid: string
  /** 右, 左, 両方 */
  hand: string
  shoes: string
  trials: number
  /** where the test was stopped, in seconds; absent or null: not known, or no such test */
  capSeconds?: number | null
}

export interface Comparison {
  /** after − before in the unit of the measure; null when one is missing or the method differs */
  change: number | null
  /** null: not measured twice */
  isSameMethod: boolean | null
  direction: 'better' | 'worse' | 'same' | null
}

const isSameCap = ({ capSeconds: one = null }: Method, { capSeconds: other = null }: Method) =>
  one === null || other === null || one === other
const isSame = (one: Method, other: Method) =>
  isSameCap(one, other) &&
  one.aid === other.aid &&
  one.hand === other.hand &&
  one.shoes === other.shoes &&
  one.trials === other.trials

export interface Taken {
  value: number
  method: Method
}

/** Change between two measurements. @param better which way is better: 1 higher, −1 lower */
export function compare(before: Taken | null, after: Taken | null, better: 1 | -1): Comparison {
  if (before === null || after === null) return { change: null, isSameMethod: null, direction: null }
  if (!isSame(before.method, after.method)) return { change: null, isSameMethod: false, direction: null }
  const change = after.value - before.value
  if (change === 0) return { change, isSameMethod: true, direction: 'same' }
  return { change, isSameMethod: true, direction: change * better > 0 ? 'better' : 'worse' }
}
