import type {
  DayAddition,
  HomeAddition,
  SameBuilding,
  SeenDayAddition,
} from '../../../law/services/programme-additions.ts'
import type { DayRow } from '../../../law/services/programme-units.ts'
import type { RuleContext } from '../../../platform/computation/index.ts'
import { refuse } from '../../../platform/computation/index.ts'
import { product } from '../../../platform/exact/index.ts'

/** 訪問型の加算・減算 */
export const HOME_ADDITIONS = {
  initial: '初回加算',
  functionLinkI: '生活機能向上連携加算（Ⅰ）',
  functionLinkII: '生活機能向上連携加算（Ⅱ）',
  oralLink: '口腔連携強化加算',
  ten: '同一建物等減算（10％）',
  twelve: '同一建物等減算（12％）',
  fifteen: '同一建物等減算（15％）',
} as const satisfies Record<'initial' | HomeAddition | SameBuilding, string>

/** 通所型の加算・減算 */
export const DAY_ADDITIONS = {
  structureI: 'サービス提供体制強化加算（Ⅰ）',
  structureII: 'サービス提供体制強化加算（Ⅱ）',
  structureIII: 'サービス提供体制強化加算（Ⅲ）',
  science: '科学的介護推進体制加算',
  oralI: '口腔機能向上加算（Ⅰ）',
  oralII: '口腔機能向上加算（Ⅱ）',
  motor: '運動器機能向上加算',
  nutrition: '栄養改善加算',
  nutritionAssessment: '栄養アセスメント加算',
  combined: '一体的サービス提供加算',
  youngDementia: '若年性認知症利用者受入加算',
  noTransport: '送迎を行わない減算（片道）',
  sameBuildingMonth: '同一建物減算（1か月の単位のとき）',
  sameBuildingVisit: '同一建物減算（1回の単位のとき）',
} as const satisfies Record<SeenDayAddition | DayAddition, string>

export type HomeLine = keyof typeof HOME_ADDITIONS
export type DayLine = keyof typeof DAY_ADDITIONS
export type Line = HomeLine | DayLine

/** Counted as often as it happens (a visit, a way, a report); any other line stands once a month. */
const COUNTED: readonly Line[] = ['oralLink', 'noTransport', 'sameBuildingVisit']
/** Steps of one 加算 or 減算, of which a month has one at the most. */
const STEPS: readonly (readonly Line[])[] = [
  ['ten', 'twelve', 'fifteen'],
  ['functionLinkI', 'functionLinkII'],
  ['structureI', 'structureII', 'structureIII'],
  ['oralI', 'oralII'],
  ['sameBuildingMonth', 'sameBuildingVisit'],
]

/** @throws RuleRefusal for a line of the other service, one that stands twice or too often, or two steps of one line */
export function checkLines(kind: 'A2' | 'A6', asked: readonly { line: Line; times: number }[]): void {
  const own = kind === 'A2' ? HOME_ADDITIONS : DAY_ADDITIONS
  const lines = asked.map(({ line }) => line)
  const foreign = lines.find((line) => !Object.hasOwn(own, line))
  if (foreign)
    refuse('wrong-kind', 'lines', `${nameOf(foreign)}: ${kind} の加算・減算ではありません。外してください。`)
  const twice = lines.find((line, at) => lines.indexOf(line) !== at)
  if (twice) refuse('twice', 'lines', `${nameOf(twice)}: 2行あります。1行にまとめ、回数を入力してください。`)
  const often = asked.findIndex(({ line, times }) => times > 1 && !COUNTED.includes(line))
  if (often >= 0)
    refuse(
      'once-a-month',
      `lines.${often}.times`,
      `${nameOf(lines[often]!)}: 1か月に1度のものです。回数を1にしてください。`,
    )
  for (const steps of STEPS) {
    const [one, other] = steps.filter((line) => lines.includes(line))
    if (one && other)
      refuse(
        'one-step',
        'lines',
        `${nameOf(one)}と${nameOf(other)}: 同じ月に両方は当てはまりません。どちらか一方にしてください。`,
      )
  }
}

export interface AdditionLaw {
  homeInitial: number
  home: Readonly<Record<HomeAddition, number | null>>
  sameBuilding: Readonly<Record<SameBuilding, number | null>>
  daySeen: Readonly<Record<SeenDayAddition, Readonly<Record<DayRow, number>> | null>>
  day: Readonly<Record<DayAddition, Readonly<Record<DayRow, number>> | null>>
}
type Round = RuleContext<unknown>['round']

const isIn = <T extends object>(line: string, table: T): line is Extract<keyof T, string> =>
  Object.hasOwn(table, line)

/**
 * Units that one 加算 or 減算 adds to a month; a 減算 is negative.
 * @param monthUnits base of the month, of which a rate is taken; rounded to the nearest unit
 * @throws RuleRefusal when the revision of the day has no such line
 */
export function additionUnits(
  { line, times }: { line: Line; times: number },
  row: DayRow,
  monthUnits: number,
  law: AdditionLaw,
  round: Round,
): number {
  if (line === 'initial') return law.homeInitial * times
  if (isIn(line, law.home)) return known(line, law.home[line]) * times
  if (isIn(line, law.sameBuilding)) {
    const perMille = known(line, law.sameBuilding[line])
    const off = round(
      nameOf(line),
      { over: product(monthUnits, perMille), under: 1000 },
      'half-up',
      1,
      '単位',
    )
    return 0 - off // never a zero below zero
  }
  const units = isIn(line, law.daySeen) ? law.daySeen[line] : law.day[line]
  return (known(line, units)[row] ?? 0) * times
}

export const nameOf = (line: Line): string => ({ ...HOME_ADDITIONS, ...DAY_ADDITIONS })[line]

const known = <T>(line: Line, value: T | null): T =>
  value ??
  refuse(
    'not-in-force',
    'lines',
    `${nameOf(line)}: この月には効力がありません。改定の日を確かめ、外してください。`,
  )
