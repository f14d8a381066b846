import { expect, it } from 'vitest'
import { dueWords } from './due-words.ts'

it.each([
  [3, 'あと3日'],
  [1, 'あと1日'],
  [0, '今日'],
  [-1, '1日超過'],
  [-2, '2日超過'],
])('期限まで %i 日は「%s」', (daysLeft, words) => expect(dueWords(daysLeft)).toBe(words))
