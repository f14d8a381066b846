export type {
  AnyChartData,
  Category,
  ChartData,
  ChartKind,
  Point,
  Series,
  SeriesBreak,
} from './chart-data.ts'
export { ChartTable } from './chart-table.tsx'
export { ChartWithTable, type ChartWithTableProps } from './chart-with-table.tsx'
export type {
  BoxData,
  DistributionData,
  Interval,
  Level,
  PlaceChartData,
  PlacePoint,
  RadarData,
  RankingData,
  ScatterData,
  ScatterPoint,
} from './place-data.ts'
