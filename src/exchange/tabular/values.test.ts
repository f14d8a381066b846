import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCount, readDay } from './index.ts'

describe('人数の読み取り', () => {
  it.each([
    ['0', 0], // zero is a value
    ['120321', 120321],
    ['１２３', 123],
    ['1,234', 1234],
    [' 12 ', 12],
  ])('「%s」は %i', (cell, value) => {
    expect(readCount(cell)).toEqual({ state: 'value', value })
  })

  it.each([
    ['', 'blank'],
    ['　', 'blank'],
    ['-', 'dash'],
    ['－', 'dash'],
    ['***', 'masked'],
    ['*', 'masked'],
    ['x', 'masked'],
    ['…', 'masked'],
  ])('「%s」は欠けであって0ではない（%s）', (cell, why) => {
    expect(readCount(cell)).toEqual({ state: 'missing', why })
  })

  it.each([
    ['-5', 'cell.negative'],
    ['1.5', 'cell.fraction'],
    ['1.72E+11', 'cell.scientific'],
    ['1,23', 'cell.not-a-number'],
    ['12人', 'cell.not-a-number'],
    ['1O', 'cell.not-a-number'],
    ['99999999999999999', 'cell.not-a-number'],
  ])('「%s」は %s として断る', (cell, code) => {
    expect(readCount(cell)).toMatchObject({ state: 'wrong', code })
  })
})

describe('日付の読み取り', () => {
  it.each([
    ['2026-02-01', '2026-02-01'],
    ['2026-02-01T00:00:00', '2026-02-01'],
    ['2023/3/1', '2023-03-01'],
    ['3/1/2023', '2023-03-01'],
    ['10/1/2017', '2017-10-01'],
    ['2017.3.31', '2017-03-31'],
    ['46054', '2026-02-01'],
    ['４６０５４', '2026-02-01'],
    ['20260201', '2026-02-01'],
    ['令和8年2月1日', '2026-02-01'],
  ])('「%s」は %s', (cell, value) => {
    expect(readDay(cell)).toEqual({ state: 'value', value })
  })

  it.each(['13/1/2023', '2/30/2023', '2023-02-29', '60', '999999', '春'])('「%s」は日付でない', (cell) => {
    expect(readDay(cell)).toMatchObject({ state: 'wrong', code: 'cell.not-a-date' })
  })

  it('欠けは欠け', () => {
    expect(readDay('-')).toEqual({ state: 'missing', why: 'dash' })
  })

  it('Excel の通し番号は 1900年3月1日から Temporal と一致する', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 99_999 }), (serial) => {
        const day = Temporal.PlainDate.from('1899-12-30').add({ days: serial })
        expect(readDay(String(serial))).toEqual({ state: 'value', value: day.toString() })
      }),
    )
  })
})
