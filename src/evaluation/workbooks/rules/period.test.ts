import { describe, expect, it } from 'vitest'
import { offsetWords, periodOf, spanOf } from './period.ts'

describe('報告する年度から、数の期間を決める', () => {
  it.each([
    [2024, 'year', '2024-04-01', '2025-03-31'],
    [2024, 'month:04', '2024-04-01', '2024-04-30'],
    [2024, 'month:03', '2025-03-01', '2025-03-31'],
    [2023, 'month:02', '2024-02-01', '2024-02-29'],
    [2024, 'day:03-31', '2025-03-31', '2025-03-31'],
    [2024, 'day:04-01', '2024-04-01', '2024-04-01'],
    [2024, 'day:02-29', '2025-02-28', '2025-02-28'],
  ])('%i年度の %s', (year, span, from, to) => {
    expect(periodOf(year, span)).toEqual({ from, to })
  })
  it('期間から言い方に戻す。四半期のように日、月、年でないものには言い方がない', () => {
    expect(spanOf({ from: '2024-04-01', to: '2025-03-31' })).toEqual({ span: 'year', fiscalYear: 2024 })
    expect(spanOf({ from: '2025-03-31', to: '2025-03-31' })).toEqual({ span: 'day:03-31', fiscalYear: 2024 })
    expect(spanOf({ from: '2024-10-01', to: '2024-10-31' })).toEqual({ span: 'month:10', fiscalYear: 2024 })
    expect(spanOf({ from: '2024-04-01', to: '2024-06-30' })).toBeNull()
  })
  it('形の違う言い方は期間にしない', () => {
    expect(() => periodOf(2024, 'month:13')).toThrow(RangeError)
  })
  it('前の年度', () =>
    expect([0, -1, -3].map(offsetWords)).toEqual(['報告する年度', '前の年度', '3年前の年度']))
})
