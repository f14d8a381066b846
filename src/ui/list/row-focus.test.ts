import { expect, it } from 'vitest'
import { rowInPlaceOf } from './row-focus.ts'

it.each([
  ['まだあれば同じ行', 'b', 1, ['a', 'b', 'c'], 1],
  ['上の行が消えても同じ行', 'c', 2, ['b', 'c'], 1],
  ['消えれば、その場所に来た行', 'b', 1, ['a', 'c', 'd'], 1],
  ['最後の行が消えれば、一つ前の行', 'c', 2, ['a', 'b'], 1],
  ['何も残らなければ、どこでもない', 'a', 0, [], null],
] as const)('%s', (_name, key, at, keys, expected) => {
  expect(rowInPlaceOf({ key, at }, [...keys])).toBe(expected)
})
