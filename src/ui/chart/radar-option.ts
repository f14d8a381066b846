import { text } from './axes.ts'
import { isKnown, type Point } from './chart-data.ts'
import type { ChartOption } from './chart-option.ts'
import { fontFamily, grid as gridColor, ink, lookOf, soft } from './looks.ts'
import type { RadarData } from './place-data.ts'
import { keyLine, label, onTop } from './place-looks.ts'

type Spoke = RadarData['spokes'][number]

/** 100 is the base. Where low is good, base ÷ figure: outside is good. */
export function ratio({ better, base }: Spoke, value: Point | undefined): Point {
  if (!isKnown(value)) return value ?? { missing: '不明' }
  if (!isKnown(base)) return { missing: base.missing, reason: '基準の値がありません' }
  const [above, below] = better === 'lower' ? [base, value] : [value, base]
  return below === 0 ? { missing: '計算できません', reason: '割る数が0です' } : (above / below) * 100
}

/** Spokes on which every place has a figure; the others stand in the table only, never at zero. */
export const drawnSpokes = ({ spokes, places }: RadarData): number[] =>
  spokes.flatMap((spoke, n) => (places.every(({ values }) => isKnown(ratio(spoke, values[n]))) ? [n] : []))

const direction = { higher: '', lower: '\n（低いほど外）', neither: '\n（良し悪しなし）' } as const

export function radarOption(data: RadarData, width: number): ChartOption {
  const at = drawnSpokes(data)
  const ratios = data.places.map(({ values }) =>
    at.map((n) => ratio(data.spokes[n]!, values[n])).filter(isKnown),
  )
  const outer = Math.max(150, Math.ceil(Math.max(0, ...ratios.flat()) / 50) * 50)
  const looks = data.places.map((place, n) => ({
    ...lookOf(place.role === 'own' ? 0 : n + (data.places[0]?.role === 'own' ? 0 : 1)),
    size: place.role === 'own' ? 12 : 7,
  }))
  return {
    title: keyLine(`細い輪が${data.base}＝100、いちばん外が${outer}`, width),
    legend: {
      top: 22,
      left: 0,
      selectedMode: false,
      itemWidth: 16,
      textStyle: text,
      data: data.places.map((place, n) => ({
        name: place.name,
        icon: place.role === 'own' ? 'diamond' : looks[n]!.symbol.replace('empty', '').toLowerCase(),
      })),
    },
    radar: {
      center: ['50%', '57%'],
      radius: '66%',
      splitNumber: outer / 50,
      indicator: at.map((n) => ({
        name: `${data.spokes[n]!.axis}${direction[data.spokes[n]!.better]}`,
        min: 0,
        max: outer,
      })),
      axisName: { color: ink, fontFamily, fontSize: 12, lineHeight: 15 },
      splitArea: { show: false },
      splitLine: { lineStyle: { color: gridColor } },
      axisLine: { lineStyle: { color: gridColor } },
    },
    series: [
      {
        type: 'radar',
        silent: true,
        symbol: 'none',
        lineStyle: { color: soft, width: 1.5, type: 'solid' },
        data: [
          {
            name: data.base,
            value: at.map(() => 100),
          },
        ],
      },
      {
        type: 'radar',
        data: data.places.map((place, n) => {
          const { color, line, symbol, size } = looks[n]!
          return {
            name: place.name,
            value: ratios[n]!,
            symbol: place.role === 'own' ? 'diamond' : symbol,
            symbolSize: size,
            lineStyle: { color, type: line, width: place.role === 'own' ? 3 : 1.5 },
            itemStyle: { color },
            label:
              place.role === 'own'
                ? {
                    ...label,
                    show: true,
                    fontSize: 12,
                    formatter: ({ value }: { value: unknown }) => String(Math.round(Number(value))),
                    ...onTop,
                  }
                : { show: false },
          }
        }),
      },
    ],
  }
}
