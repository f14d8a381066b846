import { describe, expect, it } from 'vitest'
import { hasIndividualNumberCheckDigit } from '../../platform/text/index.ts'
import { isIndividualNumberColumn, screenFields, screenForIndividualNumber } from './index.ts'

// 123456789018 is the textbook pattern, nobody's number: sum 212, 212 mod 11 = 3, 11 − 3 = 8
describe('個人番号を記録に残さない（PRV-02）', () => {
  it.each([
    ['PRV-02-a', '123456789018'],
    ['PRV-02-c', '1234-5678-9018'],
    ['全角', '１２３４　５６７８　９０１８'],
    ['文の中', '電話087-839-9999 1234-5678-9018と聞いた'],
    ['改行をまたぐ', '1234\n5678\n9018'],
    ['改行しない空白', '1234\u00a05678\u00a09018'],
    ['中点', '1234・5678・9018'],
    ['あとに別の番号', '1234 5678 9018 087-839-9999'],
  ])('%s「%s」は断る', (_, text) => {
    const result = screenForIndividualNumber(text)
    expect(result).toMatchObject({ ok: false, code: 'individual-number' })
    expect(result.ok ? '' : result.message.replace('12けた', '')).not.toMatch(/[0-9０-９]/) // never the digits
  })

  it.each([
    ['PRV-02-b 検査数字が合わない', '123456789010'],
    ['PRV-02-d 11けた', '12345678901'],
    ['13けたは別の番号', '1234567890180'],
    ['四けたの数を並べた列', '1234\n5678\n9018\n2025'],
    ['空', ''],
  ])('%s は通す', (_, text) => {
    expect(screenForIndividualNumber(text)).toEqual({ ok: true })
  })

  it('余りが0と1のときの検査数字は0', () => {
    expect(hasIndividualNumberCheckDigit('110000000000')).toBe(true) // 6 + 5 = 11, remainder 0
    expect(hasIndividualNumberCheckDigit('100000100000')).toBe(true) // 6 + 6 = 12, remainder 1
    expect(hasIndividualNumberCheckDigit('100000100001')).toBe(false)
    expect(hasIndividualNumberCheckDigit('200000000000')).toBe(true) // 6 × 2 = 12, remainder 1
    expect(hasIndividualNumberCheckDigit('300000000000')).toBe(false) // 18, remainder 7, check 4
    expect(hasIndividualNumberCheckDigit('300000000004')).toBe(true)
  })

  it('どの場所かを返す', () => {
    expect(screenForIndividualNumber('番号は1234-5678-9018です')).toMatchObject({
      spans: [{ start: 3, end: 17 }],
    })
  })

  it('個人番号でないと述べたときは通す', () => {
    expect(screenForIndividualNumber('123456789018', { notAnIndividualNumber: true })).toEqual({ ok: true })
  })

  it('様式のどの欄かを返す', () => {
    expect(screenFields({ note: '123456789018', phone: '087-839-9999', memo: null })).toEqual(['note'])
  })

  it.each([
    ['個人番号', true],
    ['ﾏｲﾅﾝﾊﾞｰ', true],
    ['my number', true],
    ['宛名番号', false],
    ['被保険者番号', false],
  ])('列名「%s」: %s', (name, expected) => {
    expect(isIndividualNumberColumn(name)).toBe(expected)
  })
})
