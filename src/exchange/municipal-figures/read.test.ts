import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { collectItems } from '../tabular/index.ts'
import { measures, readMunicipalFigures, yearDoubt } from './index.ts'

const folder = join(import.meta.dirname, 'fixtures')
const fixture = (name: string) => readFileSync(join(folder, name))
const read = async (name: string, bytes: Uint8Array = fixture(name)) => {
  const file = await readMunicipalFigures({ name, bytes }, { notAfter: '2026-11-22' })
  return { ...file, ...(await collectItems(file)) }
}
const changed = (name: string, from: string, to: string) =>
  Buffer.from(fixture(name).toString().replace(from, to))

describe('高松市の小さな統計（実物）', () => {
  it.each([
    ['0095.csv', 5 * 2],
    ['0095_2025.xlsx', 9 * 2],
    ['0068.csv', 11 * 8],
    ['0091_2022.csv', 12 * 6],
    ['0092_2022.csv', 12 * 12],
  ])('%s を断りなく読む（%i の数）', async (name, count) => {
    const { rows, refusals } = await read(name)
    expect(refusals).toEqual([])
    expect(rows).toHaveLength(count)
    expect(new Set(rows.map((row) => row.municipalityCode))).toEqual(new Set(['372013']))
  })

  it('市の集計の第1号被保険者は令和7年10月1日に120,093人、認定者は26,331人', async () => {
    const { rows } = await read('0095_2025.xlsx')
    expect(rows.filter((row) => row.periodFrom === '2025-10-01')).toMatchObject([
      {
        measure: 'city.insured',
        count: 120_093,
        unit: '実人数',
        periodTo: '2025-10-01',
        isProjection: false,
      },
      { measure: 'city.certified', count: 26_331 },
    ])
  })

  it('CSV と Excel の同じ年の数は同じ', async () => {
    const [csv, xlsx] = [await read('0095.csv'), await read('0095_2025.xlsx')]
    const plain = (rows: typeof csv.rows) =>
      rows.map((row) => `${row.measure} ${row.periodFrom} ${row.count}`)
    expect(plain(xlsx.rows)).toEqual(expect.arrayContaining(plain(csv.rows)))
  })

  it('見通しは二つの推計を別の数とし、推計の印がある。日がないので期間はその年の全体', async () => {
    const { rows } = await read('0068.csv')
    expect(rows.every((row) => row.isProjection)).toBe(true)
    expect(
      rows.filter((row) => row.periodFrom === '2065-01-01' && row.measure.endsWith('.old')),
    ).toMatchObject([
      { measure: 'outlook.first.old', count: 119_501, periodTo: '2065-12-31' },
      { measure: 'outlook.takamatsu.old', count: 121_336 },
    ])
  })

  it('月別のファイルの年は名前から読む。出生は実人数、転入は延べ人数', async () => {
    const { rows } = await read('0091_2022.csv')
    expect(rows.find((row) => row.measure === 'city.births.total')).toMatchObject({
      periodFrom: '2022-01-01',
      periodTo: '2022-01-31',
      count: 247,
      unit: '実人数',
    })
    expect((await read('0092_2022.csv')).rows[0]).toMatchObject({
      measure: 'city.moves-in.within.male',
      unit: '延べ人数',
    })
    expect(yearDoubt('0091_2022.csv', (await read('0091_2022.csv')).attribution?.downloadFrom)).toEqual({
      named: 2022,
      address: 2020,
    })
  })

  it('測るものの名は一つずつで、被保険者数は年報や住民の数と別の名', () => {
    const ids = measures.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).not.toContain('insured.total')
    expect(ids).not.toContain('population.65over')
  })
})

describe('おかしなファイル', () => {
  it.each([
    ['内訳の和', '0091_2022.csv', '247,118,129', '248,118,129', 'row.sum', 'C10'],
    ['見通しの大きなずれ', '0068.csv', '414549,', '414540,', 'row.sum', 'C12'],
    ['ない月', '0092_2022.csv', '12,12,101', '12,13,101', 'cell.period', 'B21'],
    ['先の日', '0095.csv', '10/1/2021', '10/1/2027', 'cell.future', 'C14'],
    ['別の市の行', '0095.csv', '1,高松市', '1,丸亀市', 'cell.municipality', 'B10'],
    ['同じ日が二度', '0095.csv', '10/1/2018', '10/1/2017', 'row.duplicate', 'C11'],
    ['数でない', '0095.csv', '115054', '11万', 'cell.not-a-number', 'D10'],
  ])('%s は番地を言って断る', async (_, name, from, to, code, cell) => {
    expect((await read(name, changed(name, from, to))).refusals).toMatchObject([{ file: name, code, cell }])
  })

  it('年のない名前、別の様式、別の市の公表は、ファイルごと断る', async () => {
    expect((await read('0091.csv', fixture('0091_2022.csv'))).refusals).toMatchObject([{ code: 'file.year' }])
    expect((await read('a.csv', Buffer.from('町,人口\nあ,1\n'))).refusals).toMatchObject([
      { code: 'header.layout' },
    ])
    const other = changed('0068.csv', '#attribution_name,高松市', '#attribution_name,丸亀市')
    expect((await read('0068.csv', other)).refusals).toMatchObject([{ code: 'file.municipality' }])
  })

  it('「***」は欠けであって0ではない', async () => {
    const { rows } = await read('0095.csv', changed('0095.csv', '23870', '***'))
    expect(rows[1]).toMatchObject({ measure: 'city.certified', count: null, missing: 'masked' })
  })
})
