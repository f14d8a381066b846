import { expect, it } from 'vitest'
import { consentWord, criteriaWords } from './words.ts'

it('同意は三つの値で、未確認は「なし」にならない', () => {
  expect([null, true, false].map(consentWord)).toEqual(['未確認', '同意あり', '同意なし'])
})

it('該当した基準を、実施日に効力のある言葉で並べる', () => {
  expect(criteriaWords(['motor', 'oral'], '2025-05-08')).toBe('運動機能の低下、口腔機能の低下')
  expect([criteriaWords([], '2025-05-08'), criteriaWords(['motor'], null)]).toEqual(['', ''])
})
