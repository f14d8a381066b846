import { expect, it } from 'vitest'
import { monthsBack, monthWord, sizeWord } from './words.ts'

it('月は和暦で、年をまたいでさかのぼる', () => {
  expect(monthsBack('2026-02-28', 4)).toEqual(['2026-02', '2026-01', '2025-12', '2025-11'])
  expect(['2026-11', '2019-12'].map(monthWord)).toEqual(['令和8年11月', '令和元年12月'])
})

it.each([
  [999_499, '999 kB'],
  [1_000_000, '1 MB'],
  [12_345_678, '12.3 MB'],
  [1_000_000_000, '1 GB'],
])('%d バイトは %s', (bytes, word) => expect(sizeWord(bytes)).toBe(word))
