import { text } from './axes.ts'
import { written } from './chart-data.ts'
import type { ChartOption } from './chart-option.ts'
import { grid as gridColor, ink, soft } from './looks.ts'
import type { BoxData } from './place-data.ts'
import {
  figure,
  keyLine,
  knownPlaces,
  label,
  marked,
  ofRole,
  onTop,
  other,
  own,
  peer,
} from './place-looks.ts'
import { fiveNumbers, whiskers } from './spread.ts'

const left = 56
const right = 16

/** Boxes stand while each has room for its name, written downwards; else they lie. */
export const boxesLie = ({ groups }: BoxData, width: number) =>
  (width - left - right) / Math.max(1, groups.length) < 12.5

/** A box for each group: the middle half, its median, whiskers to one and a half boxes, rings beyond; ours a diamond. */
export function boxOption(data: BoxData, width: number): ChartOption {
  const isLying = boxesLie(data, width)
  const groups = data.groups.map(({ name, places }) => ({ name, places: knownPlaces(places) }))
  const isOurs = groups.map(({ places }) => ofRole(places, 'own').length > 0)
  const all = groups.map(({ places }) => {
    if (places.length === 0) return null
    const values = places.map(({ value }) => value)
    const five = fiveNumbers(values)
    return { five, ends: whiskers(values, five) }
  })
  const at = (value: number, n: number) => (isLying ? [value, n] : [n, value])
  const pick = (role: 'own' | 'peer') =>
    groups.flatMap(({ places }, n) =>
      ofRole(places, role).map((one) => ({ ...one, position: at(one.value, n) })),
    )
  const outside = groups.flatMap(({ places }, n) => {
    const ends = all[n]?.ends
    if (!ends) return []
    return places
      .filter(({ role, value }) => !role && (value < ends[0] || value > ends[1]))
      .map(({ value }) => at(value, n))
  })
  const show = data.show ?? written
  const category = {
    type: 'category' as const,
    data: groups.map(({ name }, n) => ({
      value: isLying ? name : [...name].join('\n'),
      textStyle: isOurs[n] ? { fontWeight: 'bold' as const } : {},
    })),
    inverse: isLying,
    axisLabel: { ...text, fontSize: 12, lineHeight: 13, interval: 0 },
    axisTick: { show: false },
  }
  const value = {
    type: 'value' as const,
    scale: true,
    name: isLying ? `${data.axis}（${data.unit}）` : data.unit,
    ...(isLying ? { nameLocation: 'middle' as const, nameGap: 28 } : {}),
    nameTextStyle: text,
    axisLabel: { ...text, formatter: (one: number) => show(one) },
    splitLine: { lineStyle: { color: gridColor } },
  }
  const longest = Math.max(1, ...groups.map(({ name }) => name.length))
  return {
    title: keyLine(
      [
        ...pick('own').map((one) => `${marked(one)} ${figure(data, one.value)}`),
        pick('peer').length > 0 ? '▲ 比べる相手' : '',
        '箱は中央の半分、中の線は中央値、○は離れた値',
      ]
        .filter(Boolean)
        .join('　'),
      width,
    ),
    grid: isLying
      ? { left: longest * 12 + 16, right, top: 26, bottom: 44 }
      : { left, right, top: 52, bottom: longest * 13 + 16 },
    xAxis: isLying ? value : category,
    yAxis: isLying ? category : value,
    series: [
      {
        type: 'boxplot',
        boxWidth: ['40%', '70%'],
        data: all.flatMap((one, n) =>
          one
            ? [
                {
                  // the place of the group stands first, so that a group without figures stays empty
                  value: [n, one.ends[0], one.five.q1, one.five.median, one.five.q3, one.ends[1]],
                  itemStyle: {
                    color: isOurs[n] ? '#c5d0ff' : '#eceef1',
                    borderColor: isOurs[n] ? ink : soft,
                    borderWidth: isOurs[n] ? 2 : 1,
                  },
                },
              ]
            : [],
        ),
        encode: isLying ? { y: 0, x: [1, 2, 3, 4, 5] } : { x: 0, y: [1, 2, 3, 4, 5] },
        dimensions: ['group', 'low', 'q1', 'median', 'q3', 'high'],
      },
      { type: 'scatter', ...other, symbolSize: 4, silent: true, data: outside },
      { type: 'scatter', ...peer, symbolSize: 8, z: 4, data: pick('peer').map(({ position }) => position) },
      {
        type: 'scatter',
        ...own,
        z: 5,
        data: pick('own').map((one) => ({
          value: one.position,
          label: {
            ...label,
            show: true,
            position: isLying ? 'right' : 'top',
            fontWeight: 'bold',
            formatter: one.name,
            ...onTop,
          },
        })),
      },
    ],
  }
}
