export interface IncomeBand {
  /** 合計所得金額 from this, to below the next */
  fromYen: number
  persons: number
}
export interface BalancedBorders {
  /** 第8段階 begins here */
  seventhEndsYen: number
  /** 第9段階 begins here */
  eighthEndsYen: number
  /** of 第6段階 to 第9段階 */
  personsByStage: [number, number, number, number]
}

const heads = (bands: readonly IncomeBand[]) => bands.reduce((sum, { persons }) => sum + persons, 0)

/**
 * The two upper borders that bring 第7段階 nearest to 第6段階 and 第9段階 nearest to 第8段階; of equal ones the lower.
 * @param fixedYen where 第7段階 begins; it must be a border of the bands
 * @returns null when the bands do not begin at 0, do not rise, lack `fixedYen` or leave no two borders above it
 */
export function balancedBorders(bands: readonly IncomeBand[], fixedYen: number): BalancedBorders | null {
  const isRising = bands.every(({ fromYen }, i) => i === 0 || fromYen > bands[i - 1]!.fromYen)
  const fixed = bands.findIndex(({ fromYen }) => fromYen === fixedYen)
  if (bands[0]?.fromYen !== 0 || !isRising || fixed < 0 || bands.length - fixed <= 2) return null
  const sixth = heads(bands.slice(0, fixed))
  const last = bands.length - 1
  const first = nearest(fixed + 1, last - 1, (at) => heads(bands.slice(fixed, at)) - sixth)
  const second = nearest(first + 1, last, (at) => heads(bands.slice(first, at)) - heads(bands.slice(at)))
  return {
    seventhEndsYen: bands[first]!.fromYen,
    eighthEndsYen: bands[second]!.fromYen,
    personsByStage: [
      sixth,
      heads(bands.slice(fixed, first)),
      heads(bands.slice(first, second)),
      heads(bands.slice(second)),
    ],
  }
}

/** The place between `from` and `to`, both inclusive, where the difference is smallest. */
function nearest(from: number, to: number, difference: (at: number) => number): number {
  let best = from
  for (let at = from + 1; at <= to; at++) if (Math.abs(difference(at)) < Math.abs(difference(best))) best = at
  return best
}
