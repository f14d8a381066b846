import { formatDate, type IsoDate } from '../../platform/calendar/index.ts'
import { type ChartData, drawn, isKnown, written } from './chart-data.ts'
import { fontFamily, grid as gridColor, ink } from './looks.ts'

export const text = { color: ink, fontFamily, fontSize: 13 }
const yearMs = 365 * 24 * 3600 * 1000

/** Widest figure of the axis, in pixels, so that nothing is cut off. */
export const roomFor = (data: ChartData) => {
  const highest = Math.max(0, ...drawn(data).flatMap(({ points }) => points.filter(isKnown)))
  return 24 + Math.max(2, (data.show ?? written)(Math.ceil(highest)).length) * 8
}

export const valueAxis = (data: ChartData) => ({
  type: 'value' as const,
  name: data.unit,
  nameTextStyle: { ...text, align: 'right' as const },
  ...(data.kind === 'line' && data.isFromZero === false
    ? { scale: true }
    : { min: (extent: { min: number }) => Math.min(0, extent.min) }),
  axisLabel: { ...text, formatter: (value: number) => (data.show ?? written)(value) },
  splitLine: { lineStyle: { color: gridColor } },
})

export const isOverTime = ({ categories }: ChartData) => categories.every(({ on }) => on !== undefined)

export const timeOrWords = (data: ChartData) =>
  isOverTime(data)
    ? {
        type: 'time' as const,
        minInterval: spansYears(data) ? yearMs : undefined,
        axisLabel: {
          ...text,
          hideOverlap: true,
          formatter: (time: number) => (spansYears(data) ? yearOf(time) : monthOf(time)),
        },
      }
    : {
        type: 'category' as const,
        data: data.categories.map(({ label }) => label),
        axisLabel: { ...text, hideOverlap: true },
        axisTick: { alignWithLabel: true },
      }

function spansYears({ categories }: ChartData): boolean {
  const [first, last] = [categories[0]?.on, categories.at(-1)?.on]
  return first !== undefined && last !== undefined && Number(last.slice(0, 4)) - Number(first.slice(0, 4)) > 1
}

/** 令和7年: the era year that a new year begins in. */
const yearOf = (time: number): string =>
  formatDate(`${new Date(time).getFullYear()}-12-31` as IsoDate).replace(/年.*$/, '年')

/** 「R8.11」 */
const monthOf = (time: number): string => {
  const day = new Date(time)
  const month = String(day.getMonth() + 1).padStart(2, '0')
  return formatDate(`${day.getFullYear()}-${month}-01` as IsoDate, 'short').replace(/\.\d+$/, '')
}
