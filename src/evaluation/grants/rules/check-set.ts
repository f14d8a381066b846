import type { RuleProblem } from '../../../platform/computation/index.ts'
import { METRICS, QUERIES } from '../catalogue.ts'
import type { Indicator, IndicatorSet, Subitem } from '../schema.ts'
import { differingMeans } from './national-means.ts'
import { laddersOf } from './score-ladder.ts'
import { mostOf } from './score-subitem.ts'

const problem = (path: string, code: string, message: string): RuleProblem => ({ path, code, message })

/**
 * Everything that is wrong with a definition (§7.6), all at once; empty: it may be imported.
 * Sums are compared only where every part has points: a part that nobody knows is no contradiction.
 */
export function setProblems(
  set: IndicatorSet,
  { predecessor, toleranceHundredths }: { predecessor?: IndicatorSet | null; toleranceHundredths: number },
): RuleProblem[] {
  return [
    ...sumProblems(set),
    ...twiceProblems(set),
    ...indicatorsAt(set).flatMap(([path, indicator]) => [
      ...rankProblems(path, indicator),
      ...catalogueProblems(path, indicator),
      ...resultProblems(path, indicator),
      ...requiredProblems(path, indicator),
    ]),
    ...meanProblems(set, toleranceHundredths),
    ...mappingProblems(set, predecessor ?? null),
  ]
}

const indicatorsAt = (set: IndicatorSet): [string, Indicator][] =>
  set.goals.flatMap(({ groups }, goal) =>
    groups.flatMap(({ indicators }, group) =>
      indicators.map((one, at): [string, Indicator] => [
        `definition.goals.${goal}.groups.${group}.indicators.${at}`,
        one,
      ]),
    ),
  )

/** Σ of parts against the whole; null parts or whole: nothing to compare. */
function sum(
  path: string,
  name: string,
  parts: readonly (number | null)[],
  whole: number | null,
): RuleProblem[] {
  if (whole === null || parts.length === 0) return []
  const known = parts.filter((part) => part !== null)
  const total = known.reduce((all, part) => all + part, 0)
  if (known.length < parts.length ? total <= whole : total === whole) return []
  return [
    problem(
      path,
      'sum-differs',
      `${name}: 中の配点の合計が${total}点で、${whole}点と合いません。配点を確かめてください。`,
    ),
  ]
}

function sumProblems({ goals, pointsTotal }: IndicatorSet): RuleProblem[] {
  const points = (one: { points: number | null }) => one.points
  return [
    ...sum('definition.pointsTotal', '全体', goals.map(points), pointsTotal),
    ...goals.flatMap((goal, g) => [
      ...sum(`definition.goals.${g}`, `目標${goal.id}`, goal.groups.map(points), goal.points),
      ...goal.groups.flatMap((group, k) => {
        const at = `definition.goals.${g}.groups.${k}`
        const max = group.indicators.map(({ maxPoints }) => maxPoints)
        return [
          ...sum(at, `目標${goal.id} ${group.kind}`, max, group.points),
          ...group.indicators.flatMap((one, i) => maximumProblems(`${at}.indicators.${i}`, one)),
        ]
      }),
    ]),
  ]
}

/** The maximum an indicator can reach by its own scoring. null: cannot be told. */
function reachable({ id, scoring, subitems }: Indicator): (number | null)[] {
  const most = (ladders: readonly (readonly Subitem[])[]) =>
    Math.max(0, ...ladders.map((steps) => steps.reduce((all, step) => all + (step.points ?? 0), 0)))
  switch (scoring.type) {
    case 'bestOf':
    case 'cappedAlternatives':
      return [Math.min(scoring.cap, most(laddersOf(id, subitems).map(({ steps }) => steps)))]
    case 'allRequirements':
      return [scoring.points]
    case 'none':
      return [0]
    default:
      return subitems.map((subitem) => mostOf(subitem, scoring))
  }
}

const maximumProblems = (path: string, indicator: Indicator): RuleProblem[] =>
  sum(path, indicator.id, reachable(indicator), indicator.maxPoints)

function twiceProblems(set: IndicatorSet): RuleProblem[] {
  const all = indicatorsAt(set)
  const ids = repeated(all.map(([, { id }]) => id)).map((id) =>
    problem('definition.goals', 'id-twice', `${id}: 同じ番号の指標が2つあります。番号を直してください。`),
  )
  const goals = repeated(set.goals.map(({ id }) => id)).map((id) =>
    problem('definition.goals', 'id-twice', `目標${id}: 同じ番号の目標が2つあります。番号を直してください。`),
  )
  const keys = all.flatMap(([path, { id, subitems }]) =>
    repeated(subitems.map(({ key }) => key)).map((key) =>
      problem(path, 'key-twice', `${id}:${key}: 同じ番号の小項目が2つあります。番号を直してください。`),
    ),
  )
  return [...goals, ...ids, ...keys]
}

const repeated = (names: readonly string[]): string[] => [
  ...new Set(names.filter((name, at) => names.indexOf(name) !== at)),
]

const RANKED = ['cumulativeTopShare', 'bestOf', 'cappedAlternatives']

/** Every step of a rank says how far it reaches, widest first; but for the first step of implementers and a fallback. */
function rankProblems(path: string, { id, scoring, subitems }: Indicator): RuleProblem[] {
  if (!RANKED.includes(scoring.type)) return []
  const isFree = scoring.type === 'cumulativeTopShare' && scoring.firstStep !== undefined
  const fallback = scoring.type === 'cappedAlternatives' ? scoring.fallback : undefined
  const ladders = laddersOf(
    id,
    subitems.filter(({ key }) => key !== fallback),
  )
  const wanted =
    scoring.type === 'bestOf'
      ? scoring.alternatives.map((one) => (typeof one === 'string' ? one : one.key))
      : scoring.type === 'cappedAlternatives'
        ? scoring.alternatives
        : []
  const absent = wanted.filter((key) => !ladders.some((ladder) => ladder.key === key))
  return [
    ...absent.map((key) =>
      problem(
        path,
        'alternative-missing',
        `${id}: ${key} の段階がありません。小項目の番号（${key}①など）を確かめてください。`,
      ),
    ),
    ...ladders.flatMap(({ ref, steps }) => {
      const tenths = steps.slice(isFree ? 1 : 0).map(({ topTenths }) => topTenths ?? null)
      if (tenths.includes(null))
        return [
          problem(
            path,
            'steps-missing',
            `${ref}: 上位何割か（topTenths）のない段階があります。分からなければ scoring を stepsUnknown にしてください。`,
          ),
        ]
      const isFalling = tenths.every((share, at) => at === 0 || share! < tenths[at - 1]!)
      return isFalling
        ? []
        : [problem(path, 'steps-order', `${ref}: 段階は広い方（上位7割など）から順に並べてください。`)]
    }),
  ]
}

function catalogueProblems(path: string, { id, subitems, autoAnswer }: Indicator): RuleProblem[] {
  const metrics = new Set(
    subitems.filter(({ external }) => external !== true).flatMap(({ metric }) => metric ?? []),
  )
  const unknown = [...metrics].filter((metric) => !METRICS.has(metric))
  const query =
    autoAnswer && autoAnswer.external !== true && !QUERIES.has(autoAnswer.queryId) ? [autoAnswer.queryId] : []
  return [...unknown, ...query].map((code) =>
    problem(
      path,
      'not-in-catalogue',
      `${id}: ${code} は値の一覧にありません。外から取り込むものなら external を true にしてください。`,
    ),
  )
}

function resultProblems(path: string, { id, subitems }: Indicator): RuleProblem[] {
  return subitems.flatMap(({ key, nationalResult }) => {
    if (!nationalResult) return []
    const { of, scoredMunicipalities, scoredShare } = nationalResult
    if (scoredMunicipalities === undefined && scoredShare === undefined)
      return [problem(path, 'result-empty', `${id}:${key}: 全国の結果に、得点した数も割合もありません。`)]
    return (scoredMunicipalities ?? 0) > of
      ? [
          problem(
            path,
            'result-above-population',
            `${id}:${key}: 得点した市町村（${scoredMunicipalities}）が全体（${of}）より多くなっています。`,
          ),
        ]
      : []
  })
}

/** A sub-item can only require what stands before it. */
function requiredProblems(path: string, { id, subitems }: Indicator): RuleProblem[] {
  return subitems.flatMap(({ key, requires = [] }, at) => {
    const before = subitems.slice(0, at).map((one) => one.key)
    return requires
      .filter((one) => !before.includes(one))
      .map((one) =>
        problem(
          path,
          'requires-unknown',
          `${id}:${key}: 前提の小項目 ${one} が、前にありません。番号と順を確かめてください。`,
        ),
      )
  })
}

const meanProblems = (set: IndicatorSet, toleranceHundredths: number): RuleProblem[] =>
  differingMeans(set, toleranceHundredths).map(({ of, recomputed, published }) =>
    problem(
      'definition.completeness.points_check',
      'mean-differs',
      `${of}: 得点市町村数から計算した全国平均（${recomputed}）が、公表の平均（${published}）と合いません。配点と数を確かめてください。`,
    ),
  )

function mappingProblems({ idMap }: IndicatorSet, predecessor: IndicatorSet | null): RuleProblem[] {
  if (!idMap || !predecessor) return []
  const mapped = new Set(idMap.map(({ from }) => from))
  const absent = indicatorsAt(predecessor).filter(([, { id }]) => !mapped.has(id))
  return absent.map(([, { id }]) =>
    problem(
      'definition.idMap',
      'id-map-missing',
      `${id}: 前の年度の指標が、対応表（idMap）にありません。なくなったものも「dropped」として入れてください。`,
    ),
  )
}
