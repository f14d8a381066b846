import type { HealthSpanLimits } from '../../../law/evaluation/health-span-method.ts'
import { refuse } from '../../../platform/computation/index.ts'

export interface Basis {
  populationBothSexes: number
  /** of one sex over all pooled years */
  deaths: number
  years: number
  areas: number
}

export interface Shown {
  isPointShown: boolean
  cautions: string[]
}

const heads = (count: number) => count.toLocaleString('en-US')

/**
 * Whether the value itself may be shown beside its interval.
 * @throws RuleRefusal `population-below-floor`
 */
export function shownOf(
  { populationBothSexes, deaths, years, areas }: Basis,
  limits: HealthSpanLimits,
): Shown {
  if (populationBothSexes < limits.floorPersons)
    refuse(
      'population-below-floor',
      'populationBothSexes',
      `人口が${heads(limits.floorPersons)}人未満では、誤差が大きく計算しません。隣の圏域や市町村を合わせてください。`,
    )
  const isSmall = populationBothSexes < limits.cautionPersons
  const isPooled = years > 1 || areas > 1
  const isThin = deaths < limits.leastDeaths
  const cautions = [
    ...(isSmall
      ? [`人口が${heads(limits.cautionPersons)}人未満です。年による動きは偶然によることがあります。`]
      : []),
    ...(isThin ? [`死亡数が${limits.leastDeaths}件未満です。年や地域をもっと合わせてください。`] : []),
  ]
  const isPointShown = !isThin && (!isSmall || isPooled)
  if (isPointShown) return { isPointShown, cautions }
  return { isPointShown, cautions: [...cautions, '値は示さず、95%の範囲だけを示します。'] }
}
