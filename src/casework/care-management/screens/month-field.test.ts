import { expect, it } from 'vitest'
import { readMonth } from './month-field.tsx'

it.each([
  ['R8.12', '2026-12'],
  ['令和8年12月', '2026-12'],
  ['2026-12', '2026-12'],
  ['2026/4', '2026-04'],
  ['２０２６年４月', '2026-04'],
  ['H31.4', '2019-04'],
  ['2026-13', null],
  ['12月', null],
  ['', null],
])('「%s」は %s', (typed, month) => expect(readMonth(typed)).toBe(month))
