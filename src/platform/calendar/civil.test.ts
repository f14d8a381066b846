import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayOfWeek, daysBetween, fromDayNumber, isIsoDate, toDayNumber } from './civil.ts'

const day = fc.integer({ min: toDayNumber('0001-01-01'), max: toDayNumber('9999-12-31') })

describe('日付の整数計算（Temporal と照合）', () => {
  it('通算日と日付が往復で一致する', () => {
    fc.assert(
      fc.property(day, (n) => {
        const plain = Temporal.PlainDate.from('1970-01-01').add({ days: n })
        expect(fromDayNumber(n)).toBe(plain.toString())
        expect(toDayNumber(plain.toString())).toBe(n)
        expect(dayOfWeek(plain.toString())).toBe(plain.dayOfWeek % 7)
      }),
      { numRuns: 2000 },
    )
  })

  it('存在する日だけを認める', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        (y, m, d) => {
          const iso = `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
          let exists = true
          try {
            Temporal.PlainDate.from(iso)
          } catch {
            exists = false
          }
          expect(isIsoDate(iso)).toBe(exists)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-02-28', 1, '2023-03-01'],
    ['1900-02-28', 1, '1900-03-01'], // 1900 is no leap year
    ['2026-01-01', -1, '2025-12-31'],
  ] as const)('%s の %i 日後は %s', (from, days, to) => {
    expect(addDays(from, days)).toBe(to)
    expect(daysBetween(from, to)).toBe(days)
  })

  it.each(['2023-02-29', '2026-13-01', '2026-1-1', '0000-01-01', '', '20260101'])(
    '「%s」は日付として扱わない',
    (text) => {
      expect(isIsoDate(text)).toBe(false)
      expect(() => toDayNumber(text)).toThrow(RangeError)
    },
  )
})
