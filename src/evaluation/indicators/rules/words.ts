import { formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import type { IndicatorDefinition } from '../define.ts'
import type { Interval } from './intervals.ts'

/** Why there is no figure: what the counts say, and what the indicator adds. */
export const MISSING_WORDS = {
  'not-conducted': '事業が行われていません',
  'not-reported': '元の統計に報告がありません',
  suppressed: '元の統計で伏せられています',
  hidden: '人数が少ないので伏せています',
  'not-published-at-this-level': 'この段階（市町村・町など）では公表されていません',
  'no-such-service': 'この種類の事業所はありません',
  'not-yet-released': 'まだ公表されていません',
  'not-loaded': '元の統計がまだ取り込まれていません',
  'no-denominator': '割る数が0なので計算できません',
  'too-few': '人数が少なく、計算しません',
  'partial-year': '年の途中までの数なので、年の値にしません',
  unknown: '元の統計の数が分かりません',
} as const
export type MissingReason = keyof typeof MISSING_WORDS

/** Words of a reason that may come from outside; never empty. */
export const missingWord = (reason: string): string =>
  MISSING_WORDS[reason as MissingReason] ?? MISSING_WORDS.unknown

/** Half away from zero, as a whole number of the last place shown: ranks and files round as screens do. */
export const lastPlaces = (value: number, decimals: number): number =>
  // 1.005 × 100 is 100.49…: what differs only by the binary form is a half
  Math.sign(value) * Math.floor(Math.abs(value) * 10 ** decimals + 0.5 + 1e-9) || 0 // number: half of the last place

/** With thousands separated: 1,234.5 · −0.0 becomes 0.0. */
export function figureText(value: number, decimals: number): string {
  const rounded = lastPlaces(value, decimals)
  const [whole, part] = (Math.abs(rounded) / 10 ** decimals).toFixed(decimals).split('.') as [string, string?]
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${rounded < 0 ? '−' : ''}${grouped}${part === undefined ? '' : `.${part}`}`
}

type Shown = Pick<IndicatorDefinition, 'unit' | 'decimals'>

/** 21.4% · 1.25か所/1万人 · 標準化認定比 98.2 */
export const valueText = (value: number, { unit, decimals }: Shown): string =>
  figureText(value, decimals) + (unit === '全国=100' ? '' : unit)

/** Differences of shares are points. */
export const differenceText = (value: number, { unit, decimals }: Shown): string =>
  figureText(value, decimals) + (unit === '%' ? 'ポイント' : unit === '全国=100' ? '' : unit)

export const intervalText = ({ low, high }: Interval, { unit, decimals }: Shown): string =>
  `${figureText(low, decimals)}〜${valueText(high, { unit, decimals })}`

/** 令和6年3月31日, as beside the figure */
export const dayText = (day: string): string => formatDate(day as IsoDate)
