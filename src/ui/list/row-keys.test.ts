import { expect, it } from 'vitest'
import { rowAt } from './row-keys.ts'

it('行の移動は端で止まり、外からは端に入る', () => {
  expect(rowAt(null, 1, 3)).toBe(0)
  expect(rowAt(null, -1, 3)).toBe(2)
  expect(rowAt(1, 1, 3)).toBe(2)
  expect(rowAt(2, 1, 3)).toBe(2)
  expect(rowAt(0, -1, 3)).toBe(0)
  expect(rowAt(null, 1, 0)).toBeNull()
})
