import { text } from './axes.ts'
import { isKnown, written } from './chart-data.ts'
import type { ChartOption } from './chart-option.ts'
import { grid as gridColor, ink } from './looks.ts'
import type { ScatterData, ScatterPoint } from './place-data.ts'
import { figure, keyLine, label, levelLine, lookOfRole, marked, ofRole, onTop } from './place-looks.ts'

export type KnownScatterPoint = ScatterPoint & { x: number; y: number }
export const bothKnown = ({ points }: ScatterData): KnownScatterPoint[] =>
  points.filter((one): one is KnownScatterPoint => isKnown(one.x) && isKnown(one.y))

/** A point for each place; quarters cut at the means of those it is held against; names at ours and at its peers. */
export function scatterOption(data: ScatterData, width: number): ChartOption {
  const points = bothKnown(data)
  const { cross } = data
  const axis = (of: ScatterData['x']) => ({
    type: 'value' as const,
    scale: true,
    nameTextStyle: text,
    axisLabel: { ...text, hideOverlap: true, formatter: (value: number) => (of.show ?? written)(value) },
    splitLine: { lineStyle: { color: gridColor } },
  })
  const named = (role: 'own' | 'peer') => ({
    type: 'scatter' as const,
    ...lookOfRole(role),
    z: role === 'own' ? 5 : 4,
    labelLayout: { hideOverlap: true },
    data: ofRole(points, role).map((one) => ({
      id: one.id,
      value: [one.x, one.y],
      label: {
        ...label,
        show: true,
        fontSize: role === 'own' ? 14 : 12,
        fontWeight: role === 'own' ? ('bold' as const) : ('normal' as const),
        position: 'right' as const,
        formatter: one.name,
        ...onTop,
      },
    })),
  })
  const pointed = points.filter(({ id }) => id === data.pointed)
  return {
    title: keyLine(
      [
        ...ofRole(points, 'own').map(marked),
        ofRole(points, 'peer').length > 0 ? '▲ 比べる相手' : '',
        `・ ${data.of}、全${written(points.length)}`,
        cross ? `破線は${cross.label}` : '',
      ]
        .filter(Boolean)
        .join('　'),
      width,
    ),
    grid: { left: 64, right: 40, top: 54, bottom: 48 },
    xAxis: {
      ...axis(data.x),
      name: `${data.x.axis}（${data.x.unit}）`,
      nameLocation: 'middle',
      nameGap: 28,
    },
    yAxis: {
      ...axis(data.y),
      name: `${data.y.axis}（${data.y.unit}）`,
      nameTextStyle: { ...text, align: 'left' },
    },
    series: [
      {
        type: 'scatter',
        symbol: 'circle',
        symbolSize: 4,
        itemStyle: { color: '#8a8f98', opacity: 1 },
        // one drawing for all of them: a thousand marks of their own would be slow
        large: true,
        largeThreshold: 100,
        data: points.filter(({ role }) => !role).map(({ id, x, y }) => ({ id, value: [x, y] })),
        markLine: cross
          ? {
              ...levelLine(),
              data: [
                { xAxis: cross.x, label: { formatter: figure(data.x, cross.x), position: 'end' as const } },
                { yAxis: cross.y, label: { formatter: figure(data.y, cross.y), position: 'end' as const } },
              ],
            }
          : undefined,
      },
      named('peer'),
      named('own'),
      {
        type: 'scatter',
        z: 6,
        silent: true,
        symbol: 'emptyCircle',
        symbolSize: 20,
        itemStyle: { color: ink, borderWidth: 2 },
        data: pointed.map((one) => ({
          value: [one.x, one.y],
          label: {
            ...label,
            show: !one.role,
            position: 'top',
            fontWeight: 'bold',
            formatter: one.name,
            ...onTop,
          },
        })),
      },
    ],
  }
}
