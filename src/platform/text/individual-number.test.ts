import { describe, expect, it } from 'vitest'
import { findIndividualNumbers } from './individual-number.ts'

// 123456789018 is the textbook pattern, nobody's number
const placesIn = (text: string) => findIndividualNumbers(text).map(({ start, end }) => text.slice(start, end))

describe('個人番号らしい12けたを、区切りがあっても見つける', () => {
  it.each([
    ['空白', ' '],
    ['全角の空白', '　'],
    ['改行しない空白', '\u00a0'],
    ['細い空白', '\u2009'],
    ['幅のない空白', '\u200b'],
    ['幅のない改行禁止', '\u2060'],
    ['見えないハイフン', '\u00ad'],
    ['長い空白', '          '],
    ['空白とハイフン', ' - '],
    ['長いハイフン', '――――'],
    ['タブ', '\t'],
    ['空白とタブ', ' \t '],
    ['改行', '\n'],
    ['Windows の改行', '\r\n'],
    ['行末の空白と改行', ' \n'],
    ['中点', '・'],
    ['半角の中点', '･'],
    ['点', '.'],
    ['全角の点', '．'],
    ['点と空白', '. '],
  ])('%s', (_, separator) => {
    const number = ['1234', '5678', '9018'].join(separator)
    expect(placesIn(number)).toEqual([number])
    expect(placesIn(`番号は${number}です`)).toEqual([number])
    expect(placesIn(['12345678', '9018'].join(separator))).toHaveLength(1)
  })

  it('空白とハイフンは、どこで区切られていても除く', () => {
    expect(placesIn('1 2 3 4 5 6 7 8 9 0 1 8')).toHaveLength(1)
    expect(placesIn('123\u00a0456\u200b789\u3000018')).toHaveLength(1)
    expect(placesIn([...'123456789018'].join('\u200b'))).toHaveLength(1)
  })

  it('電話番号や生年月日の行の次にあっても見つける', () => {
    expect(placesIn('087-839-9999\n1234 5678 9018\n1940年3月4日')).toEqual(['1234 5678 9018'])
    expect(placesIn('087-839-999\n1234\n5678\n9018')).toEqual(['1234\n5678\n9018'])
  })

  it.each([
    ['検査数字が合わない', '1234・5678・9010'],
    ['11けた', '1234\t5678\t901'],
    ['13けた', '1234\n5678\n90180'],
    ['四けたの数の列（前）', '2025\n1234\n5678\n9018'],
    ['四けたの数の列（後）', '1234\n5678\n9018\n2025'],
    ['四けたの数の表', '1234\t5678\t9018\t2025'],
    ['四けたで区切られていない行', '123456\n789018'],
    ['三けたの測定値の列', '123\n456\n789\n018'],
    ['答えの列', [...'123456789018'].join('\t')],
    ['IP アドレスの形', '123.456.789.018'],
    ['年月日と別の数', '12.34.56 789018'],
    ['中点で並べた数', '12・3456・789018'],
    ['空の行をはさむ', '1234\n\n5678\n\n9018'],
    ['点線', '1234...5678...9018'],
    ['読点', '1234、5678、9018'],
  ])('%s は、個人番号としない', (_, text) => {
    expect(placesIn(text)).toEqual([])
  })

  it('数字の多い長い文でも、すぐに終わる', () => {
    const started = performance.now()
    for (const text of [
      '1 '.repeat(50_000),
      `1${' '.repeat(100_000)}`,
      '1234\n'.repeat(20_000),
      '9'.repeat(100_000),
    ])
      findIndividualNumbers(text)
    expect(performance.now() - started).toBeLessThan(2000)
  })
})
