import type { IsoDate } from '../../platform/calendar/index.ts'
import { type ChartData, ChartWithTable } from '../chart/index.ts'
import { Part } from './part.tsx'

const months = ['4月', '5月', '6月', '7月', '8月', '9月']
const line: ChartData = {
  kind: 'line',
  axis: '月',
  unit: '件',
  marked: 5,
  categories: months.map((label) => ({ label })),
  series: [
    { id: 'phone', name: '電話', points: [120, 131, 118, 0, 142, 150] },
    { id: 'visit', name: '訪問', points: [61, 64, { missing: '非公表', reason: '少数のため' }, 70, 72, 75] },
    { id: 'desk', name: '来所', points: [58, 60, 66, 69, 70, 71] },
  ],
}
const grouped: ChartData = { ...line, kind: 'grouped-bar' }
const bar: ChartData = {
  kind: 'bar',
  axis: '圏域',
  unit: '件',
  categories: ['見本北部', '見本中央', '見本東部', '見本西部山手', '見本南部川沿い'].map((label) => ({
    label,
  })),
  series: [{ id: 'count', name: '相談', points: [1234, 980, { missing: '不明' }, 412, 0] }],
  marked: 1,
}
const days: IsoDate[] = ['2025-11-10', '2026-02-12', '2026-05-14', '2026-11-16']
const criteria = ['生活', '運動', '栄養', '口腔', '閉じこもり', '認知', 'うつ']
const small: ChartData = {
  kind: 'small-multiples',
  axis: '実施日',
  unit: '点',
  categories: ['R7.11.10', 'R8.2.12', 'R8.5.14', 'R8.11.16'].map((label, at) => ({ label, on: days[at] })),
  series: criteria.map((name, index) => ({
    id: name,
    name,
    points: [index % 3, (index + 1) % 4, index === 4 ? { missing: '無回答' } : index % 5, (index * 2) % 5],
  })),
}
const notes = ['出典: 見本の数です。人も件数も架空です。']

/** Each kind of picture, with figures that are zero, missing, large. */
export function ChartGallery() {
  return (
    <Part title="図と表">
      <ChartWithTable title="相談の件数の移り変わり" data={line} notes={notes} level={3} />
      <ChartWithTable title="月と方法ごとの相談" data={grouped} notes={notes} level={3} />
      <ChartWithTable title="圏域ごとの相談" data={bar} notes={notes} level={3} />
      <ChartWithTable title="チェックリストの七つの領域" data={small} notes={notes} level={3} />
    </Part>
  )
}
