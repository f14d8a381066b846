import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ageOn, ageYears, attainsAgeOn } from './age.ts'
import { addDays, fromDayNumber, toDayNumber } from './civil.ts'

describe('年齢計算ニ関する法律（INS-01）', () => {
  it.each([
    { vector: 'INS-01-a', birth: '1960-04-01', on: '2025-03-31' },
    { vector: 'INS-01-b', birth: '1960-04-02', on: '2025-04-01' },
    { vector: 'INS-01-c', birth: '1960-02-29', on: '2025-02-28' },
    { vector: 'INS-01-d', birth: '1960-03-01', on: '2025-02-28' },
    { vector: '閏年の3月1日', birth: '1959-03-01', on: '2024-02-29' },
    { vector: '閏日生まれの閏年', birth: '1960-02-29', n: 64, on: '2024-02-28' },
  ])('$vector: $birth 生まれは $on に達する', ({ birth, on, n = 65 }) => {
    expect(attainsAgeOn(birth, n)).toBe(on)
    expect(ageOn(birth, addDays(on, -1))).toBe(n - 1) // the day before: not yet
    expect(ageOn(birth, on)).toBe(n)
  })

  it('満年齢は誕生日に上がる', () => {
    expect(ageYears('1960-04-01', '2025-03-31')).toBe(64)
    expect(ageYears('1960-04-01', '2025-04-01')).toBe(65)
  })

  it('閏日生まれの満年齢は、平年は3月1日、閏年は2月29日に上がる', () => {
    expect(ageYears('1960-02-29', '2025-02-28')).toBe(64)
    expect(ageYears('1960-02-29', '2025-03-01')).toBe(65)
    expect(ageYears('1960-02-29', '2024-02-28')).toBe(63)
    expect(ageYears('1960-02-29', '2024-02-29')).toBe(64)
  })

  it('年齢に達する日の翌日に満年齢が上がる', () => {
    const days = fc.integer({ min: toDayNumber('1873-01-01'), max: toDayNumber('2026-11-22') })
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 120 }), (b, n) => {
        const birth = fromDayNumber(b)
        const attained = attainsAgeOn(birth, n)
        const next = addDays(attained, 1)
        expect(ageYears(birth, attained)).toBe(n - 1)
        expect(ageYears(birth, next)).toBe(n)
      }),
    )
  })

  it('0年や端数の年は計算しない', () => {
    expect(() => attainsAgeOn('1960-04-01', 0)).toThrow(RangeError)
    expect(() => attainsAgeOn('1960-04-01', 64.5)).toThrow(RangeError)
  })
})
