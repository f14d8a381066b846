import { LineChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import type { Trend } from '../schema.ts'
import { chartOption } from './chart-option.ts'
import { inWords } from './words.ts'

use([LineChart, GridComponent, SVGRenderer])

export type TrendChartProps = { name: string; items: Trend['items']; asOf: string }

/** ECharts with its own lines only; this file is the one that brings the library, loaded when the page shows a picture. */
export default function TrendChart({ name, items, asOf }: TrendChartProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!box.current) return
    const chart = init(box.current, null, { renderer: 'svg' })
    chart.setOption(chartOption(items, asOf))
    const watcher = new ResizeObserver(() => chart.resize())
    watcher.observe(box.current)
    return () => {
      watcher.disconnect()
      chart.dispose()
    }
  }, [items, asOf])
  const [first, last] = [items[0], items.at(-1)]
  const summary =
    first && last
      ? `${name}の65歳以上は${inWords(first.aged65, '人')}から${inWords(last.aged65, '人')}、75歳以上は${inWords(first.aged75, '人')}から${inWords(last.aged75, '人')}。数は表で読めます。`
      : name
  return (
    <div
      ref={box}
      role="img"
      aria-label={summary}
      className="h-72 w-full bg-paper forced-color-adjust-none"
    />
  )
}
