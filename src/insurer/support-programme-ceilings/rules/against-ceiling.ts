export interface AgainstCeiling {
  /** spent − ceiling; below zero: room is left */
  overYen: number
  /** 内 · 個別協議 · 超過 */
  state: 'within' | 'agreed' | 'over'
  /** of the excess, what no agreement covers: not paid for by the grant */
  notEligibleYen: number
}

/** 総合事業費 of a year held against its ceiling, and against what was approved beyond it (0: nothing). */
export function againstCeiling(input: {
  spentYen: number
  capYen: number
  approvedExcessYen: number
}): AgainstCeiling {
  const overYen = input.spentYen - input.capYen
  if (overYen <= 0) return { overYen, state: 'within', notEligibleYen: 0 }
  const notEligibleYen = Math.max(0, overYen - input.approvedExcessYen)
  return { overYen, state: notEligibleYen === 0 ? 'agreed' : 'over', notEligibleYen }
}
