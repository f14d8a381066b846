import type { Group, IndicatorSet, Subitem } from '../schema.ts'
import type { ScoredSets } from './score-set.ts'

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
 * Sub-items of a kind of group that so many municipalities earn and we do not, in the order of the definition.
 * @param leastPerMille of the municipalities of the country
 */
export function quickWins(
  sets: readonly IndicatorSet[],
  scored: ScoredSets,
  kind: Group['kind'],
  leastPerMille: number,
): QuickWin[] {
  const lines = scored.sets.flatMap(({ goals }) =>
    goals.flatMap(({ indicators }) => indicators.flatMap(({ trace }) => trace)),
  )
  const pointsOf = new Map(lines.map(({ ref, points }) => [ref, points]))
  const groups = sets.flatMap(({ goals }) =>
    goals.flatMap((goal) => goal.groups.filter((group) => group.kind === kind)),
  )
  return groups.flatMap(({ indicators }) =>
    indicators.flatMap(({ id, subitems }) =>
      subitems.flatMap((subitem): QuickWin[] => {
        const ref = `${id}:${subitem.key}`
        const earned = pointsOf.get(ref) ?? null
        if (subitem.points === null || earned || !isAtLeast(subitem, leastPerMille)) return []
        const { points, text, textStatus } = subitem
        return [
          {
            ref,
            points,
            nationalPerMille: perMilleOf(subitem),
            text,
            textStatus,
            isUnanswered: earned === null,
          },
        ]
      }),
    ),
  )
}
