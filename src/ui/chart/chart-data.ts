import type { IsoDate } from '../../platform/calendar/index.ts'
import type { PlaceChartData } from './place-data.ts'

/** A figure, or why there is none: unknown, suppressed and impossible are words, never zero. */
export type Point = number | { missing: string; reason?: string }

export type Category = {
  /** as it stands in the table: 「R8.11.22」, 「4月」, 「中央」 */
  label: string
  /** with days on all of them a line runs over true time */
  on?: IsoDate
}

export type Series = {
  id: string
  name: string
  /** as many as there are categories, in their order */
  points: readonly Point[]
  /** in the table and not in the picture */
  isTableOnly?: boolean
  /** where this column's unit or way of writing differs; only for columns of the table */
  unit?: string
  show?: (value: number) => string
}

export type ChartKind = 'line' | 'bar' | 'grouped-bar' | 'small-multiples'

export type ChartData = {
  kind: ChartKind
  /** what the categories are, as the first heading of the table: 「調査日」, 「月」 */
  axis: string
  unit: string
  categories: readonly Category[]
  series: readonly Series[]
  /** how a figure is written; 1,234 without */
  show?: (value: number) => string
  /** the category that is looked at: larger marks, its figures written beside them */
  marked?: number
  /** the same scale for all small pictures; true without */
  sharesScale?: boolean
  /** a line may begin above zero, which bars never do; true without */
  isFromZero?: boolean
  /** a figure holds from its category until the next one: the line goes level, then straight up or down */
  isStepped?: boolean
  /** 系列の断絶: from this category on something else is counted. A line is cut before it, and says why */
  breaks?: readonly SeriesBreak[]
}

export type SeriesBreak = { at: number; label: string }

/** What a picture can be drawn from: figures along an axis, or figures of places. */
export type AnyChartData = ChartData | PlaceChartData

export const isOfPlaces = (data: AnyChartData): data is PlaceChartData => !('series' in data)

export const isKnown = (point: Point | undefined): point is number => typeof point === 'number'

export const written = (value: number): string => value.toLocaleString('ja-JP')

export const shown = (data: ChartData, series: Series, value: number): string =>
  (series.show ?? data.show ?? written)(value)

export const drawn = (data: ChartData): Series[] => data.series.filter(({ isTableOnly }) => !isTableOnly)
