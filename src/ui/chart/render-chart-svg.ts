import type { AnyChartData } from './chart-data.ts'
import { chartHeight, chartOption } from './chart-option.ts'
import { init } from './echarts-parts.ts'

/**
 * The same picture as on the screen, made without one: for paper and for files that the server sends. Imported lazily there
 * (`await import`), since it brings ECharts.
 * @param width pixels; 680 is an A4 page upright
 */
export function renderChartSvg(data: AnyChartData, width: number): string {
  const height = chartHeight(data, width)
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption(chartOption(data, width))
    return bare(chart.renderToSVGString())
  } finally {
    chart.dispose()
  }
}

/** Without what only a pointer needs, and without ECharts' running numbers: the same figures give the same bytes. */
const bare = (svg: string): string =>
  svg
    .replace(/<style[^>]*>[\s\S]*?<\/style>/g, '')
    .replace(/ (?:class|ecmeta_\w+)="[^"]*"/g, '')
    .replace(/\bzr\d+-/g, 'chart-')
