/** Yes, no, nobody knows. */
export type Known = boolean | null

/** True where one is; unknown where one might be. */
export function anyOf(...all: readonly Known[]): Known {
  if (all.includes(true)) return true
  return all.includes(null) ? null : false
}

/** False where one is; unknown where one might be. */
export function allOf(...all: readonly Known[]): Known {
  if (all.includes(false)) return false
  return all.includes(null) ? null : true
}

export const negated = (one: Known): Known => (one === null ? null : !one)
