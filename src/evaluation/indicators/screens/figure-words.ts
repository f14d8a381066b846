import { formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import { pointOf } from '../pictures/place-points.ts'
import { figureText } from '../rules/words.ts'
import type { Definition, Value } from '../schema.ts'

type Figure = Pick<Value, 'value' | 'missing' | 'missingWord'>
type Shown = Pick<Definition, 'unit' | 'decimals'>

/** Differences of shares are points. */
export const differenceWords = (value: number, { unit, decimals }: Shown): string =>
  figureText(value, decimals) + (unit === '%' ? 'ポイント' : unit === '全国=100' ? '' : unit)

/** 「21.4%」, or 「秘匿（人数が少ないので伏せています）」: never a zero for what is not known. */
export function figureWords(figure: Figure, { unit, decimals }: Shown): string {
  if (figure.value !== null) return `${figureText(figure.value, decimals)}${unit === '全国=100' ? '' : unit}`
  const point = pointOf(figure)
  if (typeof point === 'number') return ''
  return point.reason ? `${point.missing}（${point.reason}）` : point.missing
}

export const intervalWords = (
  { low, high }: { low: number | null; high: number | null },
  { decimals, unit }: Shown,
) =>
  low === null || high === null
    ? null
    : `${figureText(low, decimals)}〜${figureText(high, decimals)}${unit === '全国=100' ? '' : unit}`

/** 「令和6年3月31日現在」; a stretch says both ends. */
export const asOfWords = ({ periodFrom, periodTo }: { periodFrom: string; periodTo: string }): string =>
  periodFrom === periodTo
    ? `${formatDate(periodTo as IsoDate)}現在`
    : `${formatDate(periodFrom as IsoDate)}から${formatDate(periodTo as IsoDate)}まで`

export const periodWords = ({ periodFrom, periodTo }: { periodFrom: string; periodTo: string }): string =>
  periodFrom === periodTo
    ? formatDate(periodTo as IsoDate, 'short')
    : `${formatDate(periodFrom as IsoDate, 'short')}–${formatDate(periodTo as IsoDate, 'short')}`

/** What a definition says of itself, row by row: the same on the screen and on paper. */
export function definitionRows(definition: Definition): [string, string][] {
  return [
    ['分子', definition.numerator],
    ['分母', definition.denominator],
    ['除くもの', definition.exclusions],
    ['時点', definition.period],
    ...(definition.standard ? ([['標準人口', definition.standard]] as [string, string][]) : []),
    ['注意', definition.caveat],
    ['良し悪し', BETTER[definition.better]],
    ['出典', definition.source],
    [
      '計算の根拠',
      `${definition.basis}${definition.confidenceWord ? `（${definition.confidenceWord}）` : ''}`,
    ],
  ]
}

const BETTER = {
  higher: '大きいほうがよいと見る指標です。',
  lower: '小さいほうがよいと見る指標です。',
  neither: '大きいことにも小さいことにも、良い悪いはありません。',
} as const
