export type { Category, ChartData, ChartKind, Point, Series } from './chart-data.ts'
export { ChartTable } from './chart-table.tsx'
export { ChartWithTable, type ChartWithTableProps } from './chart-with-table.tsx'
