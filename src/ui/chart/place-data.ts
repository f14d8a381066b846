import type { Point } from './chart-data.ts'

/** Between what and what the true figure lies, with the confidence that the notes say; or why that is not known. */
export type Interval = { low: number; high: number } | { missing: string; reason?: string }

/** A place as a picture shows it. own: ours, marked by its shape · peer: one of those it is compared with */
export type PlacePoint = {
  id: string
  name: string
  value: Point
  role?: 'own' | 'peer'
  interval?: Interval
}

/** A figure that all are held against: 「全国 19.3」 */
export type Level = { label: string; value: number }

type Measure = {
  /** what is measured, as on the axis: 「認定率」 */
  axis: string
  unit: string
  /** how a figure is written; 1,234 without */
  show?: (value: number) => string
}

/** How many places lie where. */
export type DistributionData = Measure & {
  kind: 'distribution'
  places: readonly PlacePoint[]
  /** what is counted: 「保険者」 */
  of: string
  levels?: readonly Level[]
}

/** Places in the order of their figures. interval: in the order given, with how sure each is. */
export type RankingData = Measure & {
  kind: 'ranking' | 'interval'
  places: readonly PlacePoint[]
  of: string
  isLowFirst?: boolean
  levels?: readonly Level[]
}

/** A box for each group, in the order given. */
export type BoxData = Measure & {
  kind: 'box'
  /** what the groups are: 「都道府県」 */
  by: string
  of: string
  groups: readonly { id: string; name: string; places: readonly PlacePoint[] }[]
}

export type ScatterPoint = { id: string; name: string; x: Point; y: Point; role?: 'own' | 'peer' }
export type ScatterData = {
  kind: 'scatter'
  of: string
  x: Measure
  y: Measure
  points: readonly ScatterPoint[]
  /** where the four quarters meet, and whose means these are */
  cross?: { label: string; x: number; y: number }
  /** the point that is looked at */
  pointed?: string
}

/**
 * Several indicators of a few places as ratios to a base of 100. Where low is good the ratio is turned over (base ÷ figure),
 * so that outside is good; where neither is, outside is only more, and the spoke says so.
 */
export type RadarData = {
  kind: 'radar'
  spokes: readonly (Measure & { id: string; better: 'higher' | 'lower' | 'neither'; base: Point })[]
  /** whose figures are 100: 「全国」 */
  base: string
  places: readonly { id: string; name: string; role?: 'own' | 'peer'; values: readonly Point[] }[]
}

export type PlaceChartData = DistributionData | RankingData | BoxData | ScatterData | RadarData
