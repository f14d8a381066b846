import { expect, it } from 'vitest'
import { measureLabel } from './measure-words.ts'

it('公表された数の名前を日本語で言う', () => {
  expect(measureLabel('certified.80-84.care3')).toBe('要介護・要支援認定者数 80〜84歳 要介護3')
  expect(measureLabel('insured.85over')).toBe('第1号被保険者数 85歳以上')
  expect(measureLabel('offices.160')).toBe('事業所数 通所リハビリ')
  expect(measureLabel('own.通いの場.延べ参加者数')).toBe('延べ参加者数（通いの場）')
  expect(measureLabel('city.insured')).not.toMatch(/[a-z]/)
  expect(measureLabel('outlook.first.old')).not.toMatch(/[a-z]/)
})
