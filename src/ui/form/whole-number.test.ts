import { expect, it } from 'vitest'
import { readWholeNumber } from './whole-number.ts'

it.each([
  ['15', { state: 'number', value: 15 }],
  ['１，２００', { state: 'outside', value: 1200 }],
  ['30分', { state: 'number', value: 30 }],
  ['0', { state: 'number', value: 0 }], // zero is an answer
  ['', { state: 'blank' }], // and blank is not zero
  ['　', { state: 'blank' }],
  ['分', { state: 'unreadable' }],
  ['1.5', { state: 'unreadable' }],
  ['十五', { state: 'unreadable' }],
  ['480', { state: 'number', value: 480 }],
  ['481', { state: 'outside', value: 481 }],
  ['-1', { state: 'outside', value: -1 }],
  ['12345678901234567', { state: 'unreadable' }], // beyond what a number holds exactly
] as const)('「%s」を読む', (typed, expected) => {
  expect(readWholeNumber(typed, { min: 0, max: 480, unit: '分' })).toEqual(expected)
})
