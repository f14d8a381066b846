import { describe, expect, it } from 'vitest'
import { measuredText, readMeasured } from './measured.ts'

describe('身長と体重の読み', () => {
  it.each([
    ['156', 15_600],
    ['47.36', 4736],
    ['47.3', 4730],
    ['１５６．５', 15_650],
    ['156.', 15_600], // half typed
    [' ', null],
    ['1,56', 'unreadable'],
    ['156cm', 'unreadable'],
    ['47.365', 'unreadable'],
  ])('「%s」→ %s（0.01の整数）', (typed, read) => {
    expect(readMeasured(typed)).toBe(read)
  })

  it.each([
    [15_600, '156'],
    [4736, '47.36'],
    [4730, '47.3'],
    [4705, '47.05'],
    [null, ''],
  ])('%s は「%s」と書く', (hundredths, text) => {
    expect(measuredText(hundredths)).toBe(text)
  })
})
