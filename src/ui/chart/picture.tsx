import { type RefObject, useEffect, useRef } from 'react'
import type { AnyChartData } from './chart-data.ts'
import { chartHeight, chartOption } from './chart-option.ts'
import { init } from './echarts-parts.ts'

/** Pixels between the margins of an A4 page, upright. */
const paperWidth = 680

/** Pictures are drawn when they come this near to what is in sight. */
const nearness = '400px'

export type PictureProps = {
  data: AnyChartData
  description: string
  svgRef: RefObject<(() => string) | null>
  /** the mouse rests on the mark of this place, or on none */
  onPoint?: (id: string | null) => void
}

type Chart = ReturnType<typeof init>

/** ECharts, loaded when a page shows a picture; each is drawn only when it comes into sight, is saved or printed. */
export default function Picture({ data, description, svgRef, onPoint }: PictureProps) {
  const box = useRef<HTMLDivElement>(null)
  const told = useRef(onPoint)
  told.current = onPoint
  const shown = useRef({ data, chart: null as Chart | null, redraw: () => {} })
  useEffect(() => {
    const node = box.current
    if (!node) return
    const state = shown.current
    const make = (): Chart => {
      const chart = init(node, null, { renderer: 'svg' })
      chart.on('mousemove', ({ data: mark }) => told.current?.(idOf(mark)))
      chart.on('mouseout', () => told.current?.(null))
      return chart
    }
    const draw = (width: number): Chart => {
      state.chart ??= make()
      const height = chartHeight(state.data, width)
      node.style.height = `${height}px`
      state.chart.resize({ width, height })
      state.chart.setOption(chartOption(state.data, width), { notMerge: true })
      return state.chart
    }
    const onScreen = () => draw(node.clientWidth)
    const onPaper = () => draw(Math.min(paperWidth, node.clientWidth))
    const keepRoom = () => {
      if (state.chart) onScreen()
      else node.style.height = `${chartHeight(state.data, node.clientWidth)}px`
    }
    state.redraw = keepRoom
    const sight = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return
        sight.disconnect()
        onScreen()
      },
      { rootMargin: nearness },
    )
    keepRoom()
    sight.observe(node)
    const size = new ResizeObserver(keepRoom)
    size.observe(node)
    window.addEventListener('beforeprint', onPaper)
    window.addEventListener('afterprint', onScreen)
    svgRef.current = () => (state.chart ?? onScreen()).renderToSVGString()
    return () => {
      svgRef.current = null
      sight.disconnect()
      size.disconnect()
      window.removeEventListener('beforeprint', onPaper)
      window.removeEventListener('afterprint', onScreen)
      state.chart?.dispose()
      state.chart = null
    }
  }, [svgRef])
  useEffect(() => {
    if (shown.current.data === data) return
    shown.current.data = data
    shown.current.redraw()
  }, [data])
  return (
    <div ref={box} role="img" aria-label={description} className="w-full bg-paper forced-color-adjust-none" />
  )
}

/** Marks of places carry the id of theirs. */
const idOf = (mark: unknown): string | null =>
  typeof mark === 'object' && mark !== null && 'id' in mark && typeof mark.id === 'string' ? mark.id : null
