import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deleteNotBefore } from './delete-not-before.ts'

const free = { isHeld: false }

describe('保存年限（PRV-03）', () => {
  it('PRV-03-a 2025-03-31に完結、5年 → 2030-04-01から', () =>
    expect(deleteNotBefore({ closedOn: '2025-03-31', years: 5, ...free }).value).toBe('2030-04-01'))
  it('PRV-03-b 2024-02-29に完結、2年 → 2026-03-01から（期間の末日は2026-02-28）', () =>
    expect(deleteNotBefore({ closedOn: '2024-02-29', years: 2, ...free }).value).toBe('2026-03-01'))
  it('PRV-03-c 完結していない → 削除しない', () =>
    expect(deleteNotBefore({ closedOn: null, years: 5, ...free }).value).toBeNull())
  it('PRV-03-d 2025-03-31に完結、5年、保全中 → 保全が解けるまで削除しない', () =>
    expect(deleteNotBefore({ closedOn: '2025-03-31', years: 5, isHeld: true }).value).toBeNull())
  it('うるう日までの4年は、うるう日の翌日から', () =>
    expect(deleteNotBefore({ closedOn: '2024-02-29', years: 4, ...free }).value).toBe('2028-03-01'))
  it('年限は1以上の整数', () => {
    expect(() => deleteNotBefore({ closedOn: '2025-03-31', years: 0, ...free })).toThrow(RangeError)
    expect(() => deleteNotBefore({ closedOn: '2025-03-31', years: 1.5, ...free })).toThrow(RangeError)
  })
  it('年限が長いほど遅く、完結が遅いほど早くはならない', () => {
    const day = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(day, day, fc.integer({ min: 1, max: 30 }), (one, other, years) => {
        const of = (closedOn: string, term: number) =>
          deleteNotBefore({ closedOn, years: term, ...free }).value ?? ''
        expect(of(one, years + 1) > of(one, years)).toBe(true)
        const [early, late] = one <= other ? [one, other] : [other, one]
        expect(of(early, years) <= of(late, years)).toBe(true)
      }),
    )
  })
})
