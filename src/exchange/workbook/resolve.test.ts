import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { aForm } from './factory.ts'
import { headerKey } from './header-key.ts'
import {
  addressOf,
  carryOver,
  type FormReading,
  newCells,
  openForm,
  parseCell,
  readHeadings,
  resolvePlace,
} from './index.ts'

let now: FormReading
let next: FormReading
beforeAll(async () => {
  const read = (file: Uint8Array, fiscalYear: number): FormReading => ({
    fiscalYear,
    sheets: openForm('様式.xlsx', file).sheets.map(readHeadings),
  })
  now = read(await aForm(), 2025)
  next = read(await aForm({ fiscalYear: 2026, change: 'next-year' }), 2026)
})
const placeAt = (sheet: number, cell: string) => now.sheets[sheet]!.placeOf(parseCell(cell)!)

describe('セルを見出しの言葉で指す', () => {
  it('左の見出し（結合した区分と項目）と上の見出し（2段、結合）', () => {
    expect(placeAt(0, 'D6')).toEqual({
      sheet: '様式1',
      title: '令和7年度 見本県 介護保険の状況に関する調査票（試験用の架空の様式）',
      rowPath: ['第1号被保険者数', '75歳以上85歳未満'],
      columnPath: ['人数', '令和7年度'],
    })
    expect(placeAt(0, 'E10')).toMatchObject({ rowPath: ['認定者数', '要介護'], columnPath: ['割合'] })
    expect(placeAt(1, 'B4')).toMatchObject({ rowPath: ['総合相談 延べ件数'], columnPath: ['令和7年度'] })
  })
  it.each([
    ['令和６年　度', '{Y}年度'],
    ['R6年度', '{Y}年度'],
    ['平成31年', '{Y-5}年'],
    ['令和元年度', '{Y-5}年度'],
    ['2025/3/31', '{Y+1}/3/31'],
    ['２０２４年度\n（人）', '{Y}年度(人)'],
    ['第９期', '第9期'],
    ['２，０２４人', '2,024人'],
    ['様式R12B', '様式R12B'],
  ])('%s → %s', (text, key) => {
    expect(headerKey(text, { fiscalYear: 2024, years: 'relative' })).toBe(key)
  })
  it('年を固定して指すときは、年が違えば別の見出し', () => {
    expect(headerKey('令和6年度', { fiscalYear: 2025, years: 'fixed' })).toBe('{2024}年度')
  })
  it('結合していない区分は、右と下の空いたところにかかる。「うち」は上の行に属す', async () => {
    const { default: Excel } = await import('exceljs')
    const book = new Excel.Workbook()
    const sheet = book.addWorksheet('s')
    sheet.addRows([
      ['表', null, null, null, null],
      [null, null, '被保険者', null, '認定者'],
      ['区分', '項目', '男', '女', '男'],
      ['市内', '総数', null, null, null],
      [null, '  うち在宅', 1, 2, 3],
      ['市外', '総数', null, null, null],
      [null, 'うち在宅', null, null, null],
    ])
    const file = Uint8Array.from(new Uint8Array(await book.xlsx.writeBuffer()))
    const reader = readHeadings(openForm('a.xlsx', file).sheets[0]!)
    expect(reader.placeOf(parseCell('D5')!)).toMatchObject({
      rowPath: ['市内', '総数', '  うち在宅'],
      columnPath: ['被保険者', '女'],
    })
    expect(reader.placeOf(parseCell('E7')!)).toMatchObject({
      rowPath: ['市外', '総数', 'うち在宅'],
      columnPath: ['認定者', '男'],
    })
  })
  it('厚生労働省の第2表: 1,571保険者のどの行も、都道府県と保険者の名で一つに決まる', () => {
    const name = 'r5_nenpo_table02_primary_insured_by_insurer.xlsx'
    const { sheets } = openForm(name, readFileSync(join(import.meta.dirname, 'fixtures', name)))
    const form = { fiscalYear: 2023, sheets: sheets.map(readHeadings) }
    const reader = form.sheets[0]!
    const place = reader.placeOf(parseCell('F1000')!)
    expect(place).toMatchObject({ rowPath: ['滋賀県', '草津市'], columnPath: ['８５歳以上'] })
    for (const row of [8, 200, 700, 1300, 1570]) {
      const found = resolvePlace(
        reader.placeOf({ row, column: 4 }),
        { fiscalYear: 2023, years: 'relative' },
        form,
      )
      expect([row, found.outcome === 'one' && addressOf(found.found)]).toEqual([row, `E${row}`])
    }
  })
})

describe('翌年の様式へ引き継ぐ', () => {
  const carry = (sheet: number, cell: string) => {
    const at = parseCell(cell)!
    const place = now.sheets[sheet]!.placeOf(at)
    return carryOver([{ id: cell, place, years: 'relative', ...at }], 2025, next)[0]!
  }
  it('年度が進み、シート名が全角になっただけなら同じところ', () => {
    const found = carry(0, 'D6')
    expect(found).toMatchObject({
      outcome: 'same',
      found: { sheet: '様式１', row: 6, column: 3, differences: [] },
    })
  })
  it('行が挿し込まれても、言葉が同じなら動いた先に見つかる', () => {
    const found = carry(0, 'D9')
    expect(found).toMatchObject({ outcome: 'moved', found: { row: 10, column: 3 } })
  })
  it('見出しの言葉が変われば、違いとともに候補を示し、黙って採らない', () => {
    const found = carry(0, 'D7')
    expect(found.outcome).toBe('changed')
    if (found.outcome !== 'changed') return
    expect(found.candidates[0]).toMatchObject({ row: 7, column: 3 })
    expect(found.candidates[0]!.differences).toEqual([
      { part: 'row', before: '第1号被保険者数 › 85歳以上', after: '第1号被保険者数 › 85歳以上の者' },
    ])
  })
  it('列がなくなれば、同じ行の別の列を黙って採らない', () => {
    expect(['vanished', 'changed']).toContain(carry(0, 'F5').outcome)
  })
  it('同じ見出しのセルがいくつもあれば、選ばせる', () => {
    const place = { ...placeAt(0, 'D8'), rowPath: ['計'] }
    const found = resolvePlace(place, { fiscalYear: 2025, years: 'relative' }, now)
    expect(found.outcome).not.toBe('one')
  })
  it('新しくできた欄を挙げる', () => {
    const found = newCells(now, next, new Set(['様式１']))
    // row 7 has other words than last year: to be confirmed where it was filled, new where it was not
    expect(found.map((cell) => addressOf(cell))).toEqual(['C7', 'D7', 'E7', 'C8', 'D8', 'E8'])
    expect(found[4]!.place.rowPath).toEqual(['第1号被保険者数', '（再掲）外国人被保険者'])
  })
  it('年を固定した欄は、翌年の様式の同じ年の列に移る', () => {
    const at = parseCell('D5')!
    const [found] = carryOver([{ id: 'x', place: placeAt(0, 'D5'), years: 'fixed', ...at }], 2025, next)
    expect(found).toMatchObject({ outcome: 'moved', found: { row: 5, column: 2 } })
  })
})
