import {
  type AnyChartData,
  type BoxData,
  ChartWithTable,
  type PlacePoint,
  type RadarData,
  type ScatterData,
} from '../chart/index.ts'
import { Part } from './part.tsx'

const show = (value: number) => value.toFixed(1)
const masked = { missing: '秘匿', reason: '少数のため' }

/** Invented places, the same ones at every visit: figures that wave around 18. */
const invented = (count: number, from: number): PlacePoint[] =>
  Array.from({ length: count }, (_, n) => {
    const at = n + from
    const value = 18 + 4 * Math.sin(at * 1.7) + 2.5 * Math.sin(at * 0.31) + ((at * 7) % 11) / 6
    return {
      id: `${at}`,
      name: `架空町${at}`,
      value: at % 97 === 0 ? masked : value,
      interval: { low: value - 1 - (at % 5) / 4, high: value + 1 + (at % 5) / 4 },
      role: at === 7 ? 'own' : [3, 12, 15].includes(at) ? 'peer' : undefined,
    }
  })

const measure = { axis: '見本の率', unit: '％', show, of: '架空の町' }
const levels = [{ label: '全体', value: 19.1 }]
const many = invented(400, 1)
const few = invented(18, 1)

const boxes: BoxData = {
  kind: 'box',
  ...measure,
  by: '見本の県',
  groups: ['東', '西', '南', '北', '中央', '島', '山', '川'].map((name, n) => ({
    id: name,
    name,
    places: invented(n === 5 ? 0 : 20 + n, 1 + n * 40),
  })),
}
const scatter: ScatterData = {
  kind: 'scatter',
  of: '架空の町',
  x: { axis: '見本の割合', unit: '％', show },
  y: { axis: '見本の率', unit: '％', show },
  points: many.map(({ id, name, role, value }, n) => ({
    id,
    name,
    role,
    x: 30 + 6 * Math.sin(n * 0.9) + (n % 13) / 3,
    y: value,
  })),
  cross: { label: '全体の平均', x: 31.5, y: 19.1 },
}
const radar: RadarData = {
  kind: 'radar',
  base: '全体',
  spokes: [
    { id: 'a', axis: '見本の率', unit: '％', better: 'neither', base: 19.1, show },
    { id: 'b', axis: '待つ日数', unit: '日', better: 'lower', base: 30 },
    { id: 'c', axis: '事業所', unit: 'か所', better: 'higher', base: 3.2, show },
    { id: 'd', axis: '参加率', unit: '％', better: 'higher', base: 6.1, show },
    { id: 'e', axis: '調査', unit: '件', better: 'neither', base: 12 },
  ],
  places: [
    { id: '7', name: '架空町7', role: 'own', values: [21.4, 26, 3.9, 4.4, masked] },
    { id: '3', name: '架空町3', role: 'peer', values: [17.8, 34, 2.9, 7, 11] },
  ],
}
const line: AnyChartData = {
  kind: 'line',
  axis: '年度',
  unit: '％',
  show,
  isFromZero: false,
  marked: 5,
  categories: ['H30', 'R1', 'R2', 'R3', 'R4', 'R5'].map((label) => ({ label })),
  breaks: [{ at: 3, label: '数え方が変わりました' }],
  series: [
    { id: 'a', name: '架空町7', points: [20.8, 21, 21.2, 21.4, 21.5, 21.7] },
    { id: 'b', name: '見本の県', points: [19, 19.2, 19.3, 20, masked, 20.4] },
    { id: 'c', name: '全体', points: [18.3, 18.5, 18.7, 18.9, 19, 19.4] },
  ],
}
const notes = ['出典: 見本の数です。町も数も架空です。']

/** The kinds of picture that set places against each other. */
export function PlaceChartGallery() {
  const all: [string, AnyChartData][] = [
    ['架空の町の度数', { kind: 'distribution', ...measure, places: many, levels }],
    ['架空の町の順位', { kind: 'ranking', ...measure, places: few, levels }],
    ['多くの町の順位', { kind: 'ranking', ...measure, places: many, levels }],
    ['近い町の値と区間', { kind: 'interval', ...measure, places: few.slice(0, 8), levels }],
    ['見本の県ごとの箱ひげ', boxes],
    ['二つの指標の散布図', scatter],
    ['いくつかの指標の比', radar],
    ['途中で数え方が変わった移り変わり', line],
  ]
  return (
    <Part title="場所をくらべる図">
      {all.map(([title, data]) => (
        <ChartWithTable key={title} title={title} data={data} notes={notes} level={3} />
      ))}
    </Part>
  )
}
