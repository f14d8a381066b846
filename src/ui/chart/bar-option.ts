import { roomFor, text, valueAxis } from './axes.ts'
import { type ChartData, drawn, isKnown, shown } from './chart-data.ts'
import type { BarSeriesOption, ChartOption } from './chart-option.ts'
import { fontFamily, ink, lookOf, soft } from './looks.ts'

/** Bars lie down when their words would not fit below standing ones. */
export function isSideways({ categories }: ChartData, width: number): boolean {
  const longest = Math.max(0, ...categories.map(({ label }) => label.length))
  return longest * 13 + 8 > (width - 80) / Math.max(1, categories.length)
}

/** Bars from zero, each with its figure; several series stand in groups, told apart by colour and pattern. */
export function barOption(data: ChartData, width: number): ChartOption {
  const all = drawn(data)
  const isLying = isSideways(data, width)
  const words = data.categories.map(({ label }) => label)
  const longest = Math.max(0, ...words.map((word) => word.length))
  const category = {
    type: 'category' as const,
    data: words,
    inverse: isLying,
    axisLabel: {
      ...text,
      interval: 0,
      width: Math.min(longest * 14, width / 3),
      overflow: 'truncate' as const,
    },
    axisTick: { show: false },
  }
  const value = isLying
    ? { ...valueAxis(data), nameLocation: 'end' as const, nameTextStyle: text }
    : valueAxis(data)
  const hasLegend = all.length > 1
  // a word wider than its bar stands upright, so that it does not run into the neighbours
  const barWidth = (width - 80) / Math.max(1, data.categories.length) / (all.length + 0.5)
  const missingLook =
    isLying || barWidth > 40
      ? { color: soft }
      : { color: soft, rotate: 90, align: 'left' as const, verticalAlign: 'middle' as const }
  const labelled = data.categories.length * all.length <= (isLying ? 200 : 36)
  return {
    legend: hasLegend
      ? { top: 0, left: 0, itemWidth: 28, itemHeight: 16, textStyle: text, selectedMode: false, icon: 'rect' }
      : undefined,
    grid: isLying
      ? { left: Math.min(longest * 14, width / 3) + 12, right: 70, top: hasLegend ? 34 : 12, bottom: 28 }
      : { left: roomFor(data), right: 16, top: hasLegend ? 62 : 36, bottom: 32 },
    xAxis: isLying ? value : category,
    yAxis: isLying ? category : value,
    series: all.map((series, index): BarSeriesOption => {
      const { color, decal } = lookOf(index)
      return {
        type: 'bar',
        name: series.name,
        barGap: '10%',
        barMaxWidth: 48,
        itemStyle: { color, decal: decal ?? undefined, borderColor: color, borderWidth: 1 },
        label: {
          show: labelled,
          position: isLying ? 'right' : 'top',
          color: ink,
          fontFamily,
          fontSize: all.length > 2 ? 11 : 13,
          formatter: ({ dataIndex }) => {
            const point = series.points[dataIndex]
            return isKnown(point) ? shown(data, series, point) : (point?.missing ?? '')
          },
        },
        // a bar without a figure has no height, but says why in its place
        data: series.points.map((point, at) => ({
          value: isKnown(point) ? point : 0,
          itemStyle: isKnown(point) ? undefined : { color: 'transparent', borderWidth: 0 },
          label: isKnown(point)
            ? at === data.marked
              ? { fontWeight: 'bold' as const }
              : undefined
            : missingLook,
        })),
      }
    }),
  }
}
