import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TitleComponent } from 'echarts/components'
import { type ECharts, init, use } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { SVGRenderer } from 'echarts/renderers'
import { type RefObject, useEffect, useRef } from 'react'
import type { ChartData } from './chart-data.ts'
import { chartHeight, chartOption } from './chart-option.ts'

use([LineChart, BarChart, GridComponent, LegendComponent, TitleComponent, LabelLayout, SVGRenderer])

/** Pixels between the margins of an A4 page, upright. */
const paperWidth = 680

export type PictureProps = { data: ChartData; description: string; svgRef: RefObject<(() => string) | null> }

/** ECharts; the only file that brings the library, loaded when a page shows a picture. */
export default function Picture({ data, description, svgRef }: PictureProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const node = box.current
    if (!node) return
    const chart: ECharts = init(node, null, { renderer: 'svg' })
    const draw = (width: number) => {
      const height = chartHeight(data, width)
      node.style.height = `${height}px`
      chart.resize({ width, height })
      chart.setOption(chartOption(data, width), { notMerge: true })
    }
    const onScreen = () => draw(node.clientWidth)
    const onPaper = () => draw(Math.min(paperWidth, node.clientWidth))
    const watcher = new ResizeObserver(onScreen)
    watcher.observe(node)
    window.addEventListener('beforeprint', onPaper)
    window.addEventListener('afterprint', onScreen)
    onScreen()
    svgRef.current = () => chart.renderToSVGString()
    return () => {
      svgRef.current = null
      watcher.disconnect()
      window.removeEventListener('beforeprint', onPaper)
      window.removeEventListener('afterprint', onScreen)
      chart.dispose()
    }
  }, [data, svgRef])
  return (
    <div ref={box} role="img" aria-label={description} className="w-full bg-paper forced-color-adjust-none" />
  )
}
