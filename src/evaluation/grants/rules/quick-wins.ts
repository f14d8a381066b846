import type { Group, Indicator, IndicatorSet, Subitem } from '../schema.ts'
import { bestPart } from './score-indicator.ts'
import { laddersOf } from './score-ladder.ts'
import type { ScoredIndicator, ScoredSets } from './score-set.ts'

/** Something most others earn and we do not. */
export interface QuickWin {
  ref: string
  points: number
  nationalPerMille: number
  text: string | null
  textStatus: Subitem['textStatus']
  /** nobody has answered it yet: it may be earned already */
  isUnanswered: boolean
}

/** Share of the country that scored, in ‰, as an exact comparison; null: not published. */
function isAtLeast({ nationalResult }: Subitem, perMille: number): boolean | null {
  if (!nationalResult) return null
  const { of, scoredMunicipalities, scoredShare } = nationalResult
  if (scoredMunicipalities !== undefined) return scoredMunicipalities * 1000 >= perMille * of
  // published to three decimals: 0.6 is 600
  return scoredShare === undefined ? null : Math.round(scoredShare * 1000) >= perMille
}

const perMilleOf = ({ nationalResult }: Subitem): number => {
  const { of = 1, scoredMunicipalities, scoredShare = 0 } = nationalResult ?? {}
  return Math.floor(
    scoredMunicipalities === undefined ? Math.round(scoredShare * 1000) : (scoredMunicipalities * 1000) / of,
  )
}

/**
 * Sub-items of a kind of group that so many municipalities earn and we do not, in the order of the definition. An indicator at its
 * maximum has none; of alternatives only those of the one that adds the most, so that the points listed can be added.
 * @param leastPerMille of the municipalities of the country
 */
export function quickWins(
  sets: readonly IndicatorSet[],
  scored: ScoredSets,
  kind: Group['kind'],
  leastPerMille: number,
): QuickWin[] {
  const scores = scored.sets.flatMap(({ goals }) => goals.flatMap(({ indicators }) => indicators))
  const scoreOf = new Map(scores.map((one) => [one.id, one]))
  const groups = sets.flatMap(({ goals }) =>
    goals.flatMap((goal) => goal.groups.filter((group) => group.kind === kind)),
  )
  return groups.flatMap(({ indicators }) =>
    indicators.flatMap((indicator) => {
      const score = scoreOf.get(indicator.id)
      return score ? winsOf(indicator, score, leastPerMille) : []
    }),
  )
}

function winsOf(indicator: Indicator, { score, trace }: ScoredIndicator, leastPerMille: number): QuickWin[] {
  const { id, scoring, subitems } = indicator
  if (score.possible !== null && score.earned >= score.possible) return []
  const pointsOf = new Map(trace.map(({ ref, points }) => [ref, points]))
  const winOf = (subitem: Subitem): QuickWin[] => {
    const ref = `${id}:${subitem.key}`
    const earned = pointsOf.get(ref) ?? null
    if (subitem.points === null || earned || !isAtLeast(subitem, leastPerMille)) return []
    const { points, text, textStatus } = subitem
    const isUnanswered = earned === null
    return [{ ref, points, nationalPerMille: perMilleOf(subitem), text, textStatus, isUnanswered }]
  }
  if (scoring.type !== 'bestOf' && scoring.type !== 'cappedAlternatives') return subitems.flatMap(winOf)
  const all = laddersOf(id, subitems).map(({ steps }) => addedBy(steps, score.earned, scoring.cap, winOf))
  const best = bestPart(all.map((wins) => wins.reduce((sum, { points }) => sum + points, 0)))
  return all[best.at] ?? []
}

/** What the steps of one alternative add to what is credited already, up to the cap. */
function addedBy(
  steps: readonly Subitem[],
  earned: number,
  cap: number,
  winOf: (subitem: Subitem) => QuickWin[],
): QuickWin[] {
  let reached = 0
  return steps.flatMap((step) => {
    const before = Math.max(reached, earned)
    reached = Math.min(cap, reached + (step.points ?? 0))
    const points = reached - before
    return points > 0 ? winOf(step).map((win) => ({ ...win, points: Math.min(win.points, points) })) : []
  })
}
