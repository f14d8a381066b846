import { expect, it } from 'vitest'
import { dayInJapan, timeInJapan } from './clock.ts'

it('日付と時刻は、どこで開いても日本のもの', () => {
  // 15:00 UTC is midnight in Japan: the day changes there, nine hours before London's.
  expect(dayInJapan('2026-11-21T14:59:59Z')).toBe('2026-11-21')
  expect(dayInJapan('2026-11-21T15:00:00Z')).toBe('2026-11-22')
  expect(timeInJapan('2026-11-22T01:05:00Z')).toBe('10:05')
  expect(timeInJapan('2026-11-21T15:00:00Z')).toBe('0:00')
})
