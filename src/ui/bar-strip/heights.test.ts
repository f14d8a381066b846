import { expect, it } from 'vitest'
import { barHeights } from './heights.ts'

it('0は高さ0、1は必ず見え、分からない日は空ける', () => {
  expect(barHeights([0, 1, 500, null], 40)).toEqual([0, 2, 40, null])
  expect(barHeights([0, 0], 40)).toEqual([0, 0])
  expect(barHeights([1, 2], 40)).toEqual([20, 40])
})
