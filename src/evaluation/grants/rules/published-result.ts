import type { RuleProblem } from '../../../platform/computation/index.ts'

const GOALS = ['I', 'II', 'III', 'IV'] as const
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

/**
 * What contradicts itself in a published result: groups against goals, goals above their maximum, Ⅳ that differs between the grants,
 * totals that are not the sum of the goals. Such a table is not imported.
 */
export function publishedProblems(
  result: PublishedResult,
  stated: { suishinTotal?: number; shienTotal?: number; total?: number },
  goalMaximum: number,
): RuleProblem[] {
  const grants = [
    ['suishin', '推進', result.suishin],
    ['shien', '支援', result.shien],
  ] as const
  const goals = grants.flatMap(([name, word, grant]) =>
    GOALS.flatMap((id): RuleProblem[] =>
      goalProblems(`${name}.${id}`, `${word}${id}`, grant[id], goalMaximum),
    ),
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
  if (taisei === undefined || katsudo === undefined || taisei + katsudo === points) return above
  const message = `${word}: 体制・取組${taisei}点と活動${katsudo}点を足しても${points}点になりません。転記を確かめてください。`
  return [...above, { path, code: 'groups-differ', message }]
}
