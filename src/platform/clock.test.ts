import { describe, expect, it } from 'vitest'
import { fixedClock } from './clock.ts'

describe('今日は日本の暦日', () => {
  it.each([
    ['2026-11-22T14:59:59Z', '2026-11-22'], // 23:59:59 in Japan
    ['2026-11-22T15:00:00Z', '2026-11-23'], // midnight in Japan
  ])('%s は %s', (instant, day) => {
    expect(fixedClock(instant).today().toString()).toBe(day)
    expect(fixedClock(instant).now().toString()).toBe(instant)
  })
})
