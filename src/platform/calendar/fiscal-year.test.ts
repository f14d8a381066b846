import { describe, expect, it } from 'vitest'
import { fiscalYear, fiscalYearEnd, fiscalYearOf, fiscalYearStart, formatFiscalYear } from './fiscal-year.ts'

describe('年度', () => {
  it.each([
    ['2026-03-31', 2025, '令和7年度'],
    ['2026-04-01', 2026, '令和8年度'],
    ['2027-03-31', 2026, '令和8年度'],
    ['2019-03-31', 2018, '平成30年度'],
    ['2019-04-01', 2019, '令和元年度'],
    ['1989-03-31', 1988, '昭和63年度'],
    ['1989-04-01', 1989, '平成元年度'],
  ])('%s は %i 年度（%s）', (iso, year, label) => {
    expect(fiscalYearOf(iso)).toBe(year)
    expect(formatFiscalYear(fiscalYearOf(iso))).toBe(label)
  })

  it('4月1日に始まり、翌年3月31日に終わる', () => {
    expect(fiscalYearStart(fiscalYear(2026))).toBe('2026-04-01')
    expect(fiscalYearEnd(fiscalYear(2026))).toBe('2027-03-31')
  })

  it('端数の年や範囲の外は年度にしない', () => {
    expect(() => fiscalYear(2026.5)).toThrow(RangeError)
    expect(() => fiscalYear(126)).toThrow(RangeError)
  })
})
