import { expect, describe as group, it } from 'vitest'
import { isSideways } from './bar-option.ts'
import type { ChartData } from './chart-data.ts'
import { canBeDrawn, chartHeight, chartOption } from './chart-option.ts'
import { describe } from './describe.ts'
import { framedSvg } from './framed-svg.ts'
import { looks } from './looks.ts'
import { roundMax } from './multiples-option.ts'

const months = ['4月', '5月', '6月', '7月']
const data: ChartData = {
  kind: 'grouped-bar',
  axis: '月',
  unit: '件',
  categories: months.map((label) => ({ label })),
  series: [
    { id: 'phone', name: '電話', points: [12, 0, { missing: '非公表' }, 1234] },
    { id: 'visit', name: '訪問', points: [3, 4, 5, 6] },
    { id: 'total', name: '計', points: [15, 4, 5, 1240], isTableOnly: true },
  ],
}
const asList = <T>(value: T | T[] | undefined): T[] => (Array.isArray(value) ? value : value ? [value] : [])

group('図', () => {
  it('棒は0から始まり、負の数があればそこから', () => {
    const axis = asList(chartOption(data, 800).yAxis)[0] as { min: (extent: { min: number }) => number }
    expect(axis.min({ min: 3 })).toBe(0)
    expect(axis.min({ min: -2 })).toBe(-2)
  })
  it('軸に単位があり、表だけの列は図にない', () => {
    const option = chartOption(data, 800)
    expect(asList(option.yAxis)[0]).toMatchObject({ name: '件' })
    expect(asList(option.series).map(({ name }) => name)).toEqual(['電話', '訪問'])
  })
  it('0は0と書かれ、数のないところはその言葉になる', () => {
    const phone = asList(chartOption(data, 800).series)[0]!
    const { formatter } = phone.label as { formatter: (one: { dataIndex: number }) => string }
    expect([0, 1, 2, 3].map((dataIndex) => formatter({ dataIndex }))).toEqual(['12', '0', '非公表', '1,234'])
  })
  it('折れ線は数のないところで切れる', () => {
    const phone = asList(chartOption({ ...data, kind: 'line' }, 800).series)[0]!
    expect(phone).toMatchObject({ connectNulls: false })
    expect((phone.data as { value: number }[]).map(({ value }) => Number.isNaN(value))).toEqual([
      false,
      false,
      true,
      false,
    ])
  })
  it('日付のある折れ線は、本当の時間の幅になる', () => {
    const categories = [
      { label: 'H2', on: '1990-10-01' as const },
      { label: 'R2', on: '2020-10-01' as const },
    ]
    const line = {
      ...data,
      kind: 'line' as const,
      categories,
      series: [{ id: 'a', name: '甲', points: [1, 2] }],
    }
    const axis = asList(chartOption(line, 800).xAxis)[0] as {
      type: string
      axisLabel: { formatter: (time: number) => string }
    }
    expect(axis.type).toBe('time')
    expect(axis.axisLabel.formatter(new Date(2019, 0, 1).getTime())).toBe('令和元年')
    expect(
      chartOption({ ...line, categories: months.slice(0, 2).map((label) => ({ label })) }, 800).xAxis,
    ).toMatchObject({
      type: 'category',
    })
  })
  it('長い名前の棒は横になり、高さは本数で決まる', () => {
    const towns = { ...data, categories: months.map((label) => ({ label: `見本の長い町名${label}` })) }
    expect(isSideways(data, 400)).toBe(false)
    expect(isSideways(towns, 400)).toBe(true)
    expect(chartHeight(towns, 400)).toBe(70 + 4 * 38)
  })
  it('小さなグラフは同じ目盛りで、系列の数だけ', () => {
    const option = chartOption({ ...data, kind: 'small-multiples' }, 700)
    expect(asList(option.grid)).toHaveLength(2)
    expect(asList(option.yAxis).map((axis) => axis.max)).toEqual([1500, 1500])
    expect([0, 1, 4, 34.6, 100, 101].map(roundMax)).toEqual([1, 1, 4, 35, 100, 150])
    const titles = asList(chartOption({ ...data, kind: 'small-multiples', marked: 2 }, 700).title)
    expect(titles.map(({ text }) => text)).toEqual(['電話　非公表', '訪問　5件'])
  })
  it('系列は、色がなくても線と印と模様で分かれる', () => {
    expect(new Set(looks.map(({ line, symbol }) => `${line} ${symbol}`)).size).toBe(looks.length)
    expect(new Set(looks.map(({ decal }) => JSON.stringify(decal))).size).toBe(looks.length)
  })
  it('線には2点、棒には1つの数がいる', () => {
    const one = {
      ...data,
      series: [
        { id: 'a', name: '甲', points: [1, { missing: '不明' }, { missing: '不明' }, { missing: '不明' }] },
      ],
    }
    expect(canBeDrawn({ ...one, kind: 'line' })).toBe(false)
    expect(canBeDrawn(one)).toBe(true)
  })
})

it('読み上げは、種類、軸、系列ごとの最大と最小、数のないところ', () => {
  expect(describe('相談の件数', data)).toBe(
    '相談の件数。並べた棒グラフ。月は4月から7月までの4点。' +
      '電話は最も多いのは7月の1,234件、最も少ないのは5月の0件、数のないところが1点。' +
      '訪問は最も多いのは7月の6件、最も少ないのは4月の3件。すべての数は「表で見る」で読めます。',
  )
  expect(describe('推移', { ...data, kind: 'line' })).toContain(
    '電話は4月の12件から7月の1,234件まで、最も多いのは',
  )
})

it('保存する図に、題と出典が入り、記号は文字として書かれる', () => {
  const { text, width, height } = framedSvg('<svg width="600" height="300"><g/></svg>', '甲<乙 & 丙', [
    '出典: 見本',
  ])
  expect(text).toContain('甲&lt;乙 &amp; 丙')
  expect(text).toContain('出典: 見本')
  expect([width, height]).toEqual([632, 386])
})
