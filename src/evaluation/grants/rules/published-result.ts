import type { RuleProblem } from '../../../platform/computation/index.ts'
import type { IndicatorSet } from '../schema.ts'

const GOALS = ['I', 'II', 'III', 'IV'] as const
const KINDS = [
  ['taisei', '体制・取組'],
  ['katsudo', '活動'],
] as const
export type GoalId = (typeof GOALS)[number]

export interface GoalPoints {
  points: number
  taisei?: number
  katsudo?: number
}
/** Points by goal of one grant, as published. */
export type GrantPoints = Record<GoalId, GoalPoints>
export interface PublishedResult {
  suishin: GrantPoints
  shien: GrantPoints
}

export const totalOf = (grant: GrantPoints): number => GOALS.reduce((sum, id) => sum + grant[id].points, 0)

/** The most a group of a goal can give; undefined: not known. */
export type GroupMaximum = (
  grant: keyof PublishedResult,
  goal: GoalId,
  kind: 'taisei' | 'katsudo',
) => number | null | undefined

/** As the definitions of these sets say it. */
export function groupMaximumOf(sets: Partial<Record<keyof PublishedResult, IndicatorSet>>): GroupMaximum {
  return (grant, id, kind) =>
    sets[grant]?.goals.find((goal) => goal.id === id)?.groups.find((group) => group.kind === kind)?.points
}

/**
 * What contradicts itself in a published result: groups against goals, goals and groups above their maximum, Ⅳ that differs between the grants,
 * totals that are not the sum of the goals. Such a table is not imported.
 */
export function publishedProblems(
  result: PublishedResult,
  stated: { suishinTotal?: number; shienTotal?: number; total?: number },
  goalMaximum: number,
  groupMaximum: GroupMaximum = () => undefined,
): RuleProblem[] {
  const grants = [
    ['suishin', '推進', result.suishin],
    ['shien', '支援', result.shien],
  ] as const
  const goals = grants.flatMap(([name, word, grant]) =>
    GOALS.flatMap((id): RuleProblem[] => [
      ...goalProblems(`${name}.${id}`, `${word}${id}`, grant[id], goalMaximum),
      ...KINDS.flatMap(([kind, group]) => {
        const [points, most] = [grant[id][kind] ?? 0, groupMaximum(name, id, kind) ?? goalMaximum]
        return points > most
          ? [
              {
                path: `${name}.${id}.${kind}`,
                code: 'above-maximum',
                message: `${word}${id}の${group}: ${points}点は、満点の${most}点を超えています。転記を確かめてください。`,
              },
            ]
          : []
      }),
    ]),
  )
  const sums = [
    ['suishinTotal', '推進の合計', stated.suishinTotal, totalOf(result.suishin)],
    ['shienTotal', '支援の合計', stated.shienTotal, totalOf(result.shien)],
    ['total', '全体の合計', stated.total, totalOf(result.suishin) + totalOf(result.shien)],
  ] as const
  const totals = sums.flatMap(([path, word, said, sum]) =>
    said === undefined || said === sum
      ? []
      : [
          {
            path,
            code: 'total-differs',
            message: `${word}: ${said}点とありますが、目標の合計は${sum}点です。転記を確かめてください。`,
          },
        ],
  )
  const [one, two] = [result.suishin.IV.points, result.shien.IV.points]
  const shared =
    one === two
      ? []
      : [
          {
            path: 'shien.IV',
            code: 'shared-goal-differs',
            message: `目標IV: 推進は${one}点、支援は${two}点です。同じ指標なので、同じ点になります。`,
          },
        ]
  return [...goals, ...shared, ...totals]
}

function goalProblems(path: string, word: string, goal: GoalPoints, maximum: number): RuleProblem[] {
  const { points, taisei, katsudo } = goal
  const seen = (taisei ?? 0) + (katsudo ?? 0)
  const above =
    points > maximum
      ? [
          {
            path,
            code: 'above-maximum',
            message: `${word}: ${points}点は、満点の${maximum}点を超えています。`,
          },
        ]
      : []
  const isWhole = taisei !== undefined && katsudo !== undefined
  if (isWhole ? seen === points : seen <= points) return above
  const message = isWhole
    ? `${word}: 体制・取組${taisei}点と活動${katsudo}点を足しても${points}点になりません。転記を確かめてください。`
    : `${word}: 一つの群の${seen}点が、目標の${points}点より多くなっています。転記を確かめてください。`
  return [...above, { path, code: 'groups-differ', message }]
}
