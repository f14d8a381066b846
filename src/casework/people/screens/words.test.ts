import { describe, expect, it } from 'vitest'
import { addressWord, ageLimits, birthWord, birthYearWord, daysWord } from './words.ts'

describe('利用者の画面の言葉', () => {
  it.each([
    ['known', '昭和16年3月14日'],
    ['day-unknown', '昭和16年3月（日は不明）'],
    ['month-unknown', '昭和16年（月日は不明）'],
    ['year-unknown', '不明'],
  ] as const)('生年月日が %s なら「%s」', (birthUncertainty, word) =>
    expect(birthWord({ birthOn: '1941-03-14', birthUncertainty })).toBe(word),
  )
  it('生年月日がなければ「不明」', () =>
    expect(birthWord({ birthOn: null, birthUncertainty: 'known' })).toBe('不明'))
  it.each([
    [1941, '昭和16年（1941年）生まれ'],
    [null, '生年は不明'],
  ])('生年 %s は「%s」', (year, word) => expect(birthYearWord(year)).toBe(word))
  it.each([
    ['-64', { ageTo: '64' }],
    ['75-84', { ageFrom: '75', ageTo: '84' }],
    ['95-', { ageFrom: '95' }],
    ['70-71', {}],
    ['', {}],
  ])('年齢「%s」の範囲', (band, limits) => expect(ageLimits(band)).toEqual(limits))
  it.each([
    [1, 'あと1日'],
    [0, '本日'],
    [-1, '1日超過'],
  ])('残り %d 日は「%s」', (days, word) => expect(daysWord(days)).toBe(word))
  it('伏せた住所、ない住所、ある住所は別の言葉', () => {
    const none = { postalCode: null, townId: null, townName: null, rest: null, building: null }
    expect(addressWord(null)).toBe('支援措置のため伏せています')
    expect(addressWord(none)).toBe('登録なし')
    expect(addressWord({ ...none, postalCode: '999-0000', townName: '見本町', rest: '1番地' })).toBe(
      '〒999-0000 見本町1番地',
    )
  })
})
