import { expect, it } from 'vitest'
import { DEMENTIA_CLASSES, DISABILITY_CLASSES } from '../codes.ts'
import { independenceWord, isDementiaTwoOrOver } from './independence.ts'

it.each([
  ['I', false],
  ['independent', false],
  ['IIa', true],
  ['IV', true],
  ['M', true],
  ['notStated', null],
  [null, null],
])('ADL-02 認知症高齢者の日常生活自立度 %s: Ⅱ以上は %s', (code, is) => {
  expect(isDementiaTwoOrOver(code)).toBe(is)
})

it('ADL-01 と ADL-02 の区分。記載なしは自立ではない', () => {
  expect(DISABILITY_CLASSES.map(({ label }) => label)).toEqual([
    ...['自立', 'J1', 'J2', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2', '記載なし'],
  ])
  expect(DEMENTIA_CLASSES.map(({ label }) => label)).toEqual([
    ...['自立', 'Ⅰ', 'Ⅱa', 'Ⅱb', 'Ⅲa', 'Ⅲb', 'Ⅳ', 'M', '記載なし'],
  ])
  expect([independenceWord('disability', null), independenceWord('dementia', 'notStated')]).toEqual([
    '記録なし',
    '記載なし',
  ])
})
