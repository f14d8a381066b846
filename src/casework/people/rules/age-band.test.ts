import { describe, expect, it } from 'vitest'
import { addDays, ageYears } from '../../../platform/calendar/index.ts'
import { bornBetween } from './age-band.ts'

describe('年齢の範囲から生年月日の範囲を出す', () => {
  it.each([['2026-11-22'], ['2024-02-29'], ['2026-02-28'], ['2026-03-01'], ['2028-02-29'], ['2026-01-01']])(
    '%s に65歳から74歳: 両端とその一日外',
    (today) => {
      const { from, to } = bornBetween(today, 65, 74)
      expect([from, addDays(from!, -1), to, addDays(to!, 1)].map((birth) => ageYears(birth!, today))).toEqual(
        [74, 75, 65, 64],
      )
    },
  )

  it('片方だけなら、もう片方は開いている', () => {
    expect(bornBetween('2026-11-22', 75, undefined)).toEqual({ from: undefined, to: '1951-11-22' })
    expect(bornBetween('2026-11-22', undefined, 74)).toEqual({ from: '1951-11-23', to: undefined })
  })
})
