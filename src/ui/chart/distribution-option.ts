import { text } from './axes.ts'
import { written } from './chart-data.ts'
import type { ChartOption } from './chart-option.ts'
import { grid as gridColor, ink } from './looks.ts'
import type { DistributionData } from './place-data.ts'
import { figure, keyLine, knownPlaces, label, levelLine, marked, ofRole, own, peer } from './place-looks.ts'
import { binOf, bins } from './spread.ts'

const left = 56
const right = 24

/** How many places lie in each class, ours and those compared with standing where they are. */
export function distributionOption(data: DistributionData, width: number): ChartOption {
  const places = knownPlaces(data.places)
  const classes = bins(places.map(({ value }) => value))
  const high = Math.max(1, ...classes.map(({ count }) => count))
  const [first, last] = [classes[0], classes.at(-1)]
  const wide = (width - left - right) / Math.max(1, classes.length)
  const standing = ofRole(places, 'own')
  const peers = ofRole(places, 'peer')
  const show = data.show ?? written
  return {
    title: keyLine(
      [
        ...standing.map((one) => `${marked(one)} ${figure(data, one.value)}`),
        peers.length > 0 ? `▲ 比べる相手 ${peers.length}` : '',
        `棒は${data.of}の数、全${written(places.length)}`,
      ]
        .filter(Boolean)
        .join('　'),
      width,
    ),
    grid: { left, right, top: 62, bottom: 48 },
    xAxis: {
      type: 'value',
      name: `${data.axis}（${data.unit}）`,
      nameLocation: 'middle',
      nameGap: 28,
      nameTextStyle: text,
      min: first?.from,
      max: last?.to,
      axisLabel: { ...text, hideOverlap: true, formatter: (value: number) => show(value) },
      splitLine: { show: false },
      axisLine: { show: true, lineStyle: { color: ink } },
    },
    yAxis: {
      type: 'value',
      name: `${data.of}数`,
      nameTextStyle: { ...text, align: 'right' },
      min: 0,
      max: Math.ceil(high * 1.15),
      minInterval: 1,
      axisLabel: { ...text, showMaxLabel: false },
      splitLine: { lineStyle: { color: gridColor } },
    },
    series: [
      {
        type: 'bar',
        barWidth: Math.max(1, wide - 1),
        itemStyle: { color: '#b8c0cc', borderColor: '#5c6675', borderWidth: 0.5 },
        data: classes.map(({ from, to, count }) => [(from + to) / 2, count]),
        markLine: {
          ...levelLine(),
          data: (data.levels ?? []).map((level) => ({
            xAxis: level.value,
            label: { formatter: `${level.label} ${figure(data, level.value)}`, position: 'end' as const },
          })),
        },
      },
      {
        type: 'scatter',
        ...peer,
        z: 3,
        data: peers.map(({ value }) => [value, high * 0.03]),
      },
      {
        type: 'scatter',
        ...own,
        z: 4,
        data: standing.map((one) => ({
          value: [one.value, classes[binOf(classes, one.value)]?.count ?? 0],
          symbolOffset: [0, -9],
          label: { ...label, show: true, position: 'top', fontWeight: 'bold', formatter: one.name },
        })),
      },
    ],
  }
}
