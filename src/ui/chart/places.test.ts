import { expect, describe as group, it } from 'vitest'
import type { AnyChartData, ChartData } from './chart-data.ts'
import { canBeDrawn } from './chart-option.ts'
import { describe } from './describe.ts'
import { stretches } from './line-option.ts'
import type { PlacePoint, RadarData } from './place-data.ts'
import { drawnSpokes, ratio } from './radar-option.ts'
import { renderChartSvg } from './render-chart-svg.ts'
import { tableOf } from './table-data.ts'

const show = (value: number) => value.toFixed(1)
const masked = { missing: '秘匿', reason: '少数のため' }
const places: PlacePoint[] = [
  { id: '1', name: '見本市', value: 19.8, role: 'own', interval: { low: 19.5, high: 20.1 } },
  { id: '2', name: '甲町', value: 18.2, role: 'peer', interval: { low: 16, high: 20.4 } },
  { id: '3', name: '乙町', value: 18.2 },
  { id: '4', name: '丙村', value: masked },
  { id: '5', name: '丁市', value: 0 },
]
const measure = { axis: '認定率', unit: '％', show, of: '保険者' }
const levels = [{ label: '全国', value: 19.4 }]
const ranking = { kind: 'ranking' as const, ...measure, places, levels }
const distribution = { kind: 'distribution' as const, ...measure, places, levels }
const box = {
  kind: 'box' as const,
  ...measure,
  by: '都道府県',
  groups: [
    { id: 'a', name: '香川', places },
    { id: 'b', name: '架空', places: [{ id: '9', name: '無', value: masked }] },
  ],
}
const scatter = {
  kind: 'scatter' as const,
  of: '保険者',
  x: { axis: '85歳以上の割合', unit: '％', show },
  y: { axis: '認定率', unit: '％', show },
  points: places.map(({ value, ...one }, n) => ({ ...one, x: n, y: value })),
  cross: { label: '全国の平均', x: 1, y: 19.4 },
}
const radar: RadarData = {
  kind: 'radar',
  base: '全国',
  spokes: [
    { id: 'a', axis: '認定率', unit: '％', better: 'neither', base: 20 },
    { id: 'b', axis: '待機', unit: '日', better: 'lower', base: 30 },
    { id: 'c', axis: '事業所', unit: 'か所', better: 'higher', base: 4 },
    { id: 'd', axis: '参加率', unit: '％', better: 'higher', base: 5 },
  ],
  places: [{ id: '1', name: '見本市', role: 'own', values: [22, 20, 5, masked] }],
}
const line: ChartData = {
  kind: 'line',
  axis: '年度',
  unit: '％',
  categories: ['R2', 'R3', 'R4'].map((label) => ({ label })),
  series: [{ id: 'a', name: '見本市', points: [18, 19, 20] }],
  breaks: [{ at: 1, label: '集計の方法が変わりました' }],
}

group('順位の図', () => {
  it('同じ値は同じ順位、値のないものは順位がなく終わりに来る', () => {
    const { headings, rows } = tableOf(ranking)
    expect(headings).toEqual(['保険者', '順位', '認定率（％）', '区間'])
    expect(rows.map(({ name, cells }) => [name, ...cells])).toEqual([
      ['見本市', '1', '19.8', '19.5～20.1'],
      ['甲町', '2（同じ順位2）', '18.2', '16.0～20.4'],
      ['乙町', '2（同じ順位2）', '18.2', ''],
      ['丁市', '4', '0.0', ''],
      ['丙村', '―', masked, ''],
    ])
  })
  it('自分の場所は行にも印が付く', () => {
    expect(
      tableOf(ranking)
        .rows.filter(({ isOwn }) => isOwn)
        .map(({ name }) => name),
    ).toEqual(['見本市'])
    expect(renderChartSvg(ranking, 680)).toContain('◆ 見本市')
  })
})

group('度数の図', () => {
  it('階級の数の合計は、値のあるものの数。値のないものは別の行', () => {
    const { rows } = tableOf(distribution)
    const counts = rows.map(({ cells }) => Number(cells[0]))
    expect(rows.at(-1)).toMatchObject({ name: '値のないもの', cells: ['1', ''] })
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(places.length)
    expect(rows.find(({ isOwn }) => isOwn)?.cells[1]).toContain('見本市 19.8')
  })
})

group('箱ひげ', () => {
  it('五つの数が表にあり、値のない群れは値なし', () => {
    const [first, second] = tableOf(box).rows
    expect(first?.cells).toEqual(['4', '0.0', '13.6', '18.2', '18.6', '19.8', '見本市 19.8、甲町 18.2'])
    expect(second?.cells.slice(0, 2)).toEqual(['0', { missing: '値なし' }])
  })
})

group('レーダー', () => {
  it('低いほどよい指標は比を逆にし、良し悪しのないものはそのまま', () => {
    const [a, b, c, d] = radar.spokes
    expect(ratio(a!, 22)).toBeCloseTo(110)
    expect(ratio(b!, 20)).toBe(150)
    expect(ratio(c!, 5)).toBe(125)
    expect(ratio(d!, masked)).toEqual(masked)
    expect(ratio({ ...b!, base: 30 }, 0)).toMatchObject({ missing: '計算できません' })
  })
  it('値のない指標は0とせず、図から外して表に残す', () => {
    expect(drawnSpokes(radar)).toEqual([0, 1, 2])
    expect(tableOf(radar).rows).toHaveLength(4)
    expect(describe('比べる', radar)).toContain('値がそろわない1の指標は図にありません。')
  })
})

group('散布図', () => {
  it('読み上げは、自分が平均のどちら側にいるか', () => {
    expect(describe('二つの指標', scatter)).toContain(
      '見本市は85歳以上の割合が0.0％、認定率が19.8％、全国の平均より85歳以上の割合は低い、認定率は高い。',
    )
    expect(describe('二つの指標', scatter)).toContain('値のない保険者が1。')
  })
})

group('系列の断絶', () => {
  it('線は断絶の前で切れ、表の行がそれを言う', () => {
    expect(stretches(line)).toEqual([
      [0, 0],
      [1, 2],
    ])
    expect(tableOf(line).rows[1]?.name).toBe('R3（ここから集計の方法が変わりました）')
    expect(renderChartSvg(line, 680)).toContain('集計の方法が変わりました')
  })
})

group('画面のない所で描く', () => {
  const all: AnyChartData[] = [
    ranking,
    { ...ranking, kind: 'interval' },
    { ...ranking, places: Array.from({ length: 80 }, (_, n) => ({ id: `${n}`, name: `町${n}`, value: n })) },
    distribution,
    box,
    scatter,
    radar,
    line,
  ]
  it.each(all.map((data) => [data.kind, data] as const))('%s は単位を持つ SVG になる', (_, data) => {
    const svg = renderChartSvg(data, 680)
    expect(svg).toMatch(/^<svg width="680" height="\d+"/)
    expect(svg).not.toContain('NaN')
    if (data.kind !== 'radar') expect(svg).toContain('％')
  })
  it('同じ数からは同じ絵', () => {
    expect(renderChartSvg(box, 680)).toBe(renderChartSvg(box, 680))
  })
  it('値が一つもなければ、描くものがない', () => {
    expect(canBeDrawn({ ...ranking, places: [places[3]!] })).toBe(false)
    expect(canBeDrawn({ ...radar, spokes: radar.spokes.slice(2) })).toBe(false)
  })
})
