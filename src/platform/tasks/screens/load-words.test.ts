import { expect, it } from 'vitest'
import { kindsWord } from './load-words.ts'

it('内訳は、種類と件数と重さだけを言う', () => {
  const load = {
    weight: 7,
    kinds: [
      { label: '訪問モニタリング', count: 2 },
      { label: '月の連絡', count: 1 },
    ],
  }
  expect(kindsWord(load)).toBe('訪問モニタリング 2・月の連絡 1（重さ 7）')
})
