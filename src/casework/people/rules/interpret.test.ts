import { describe, expect, it } from 'vitest'
import { interpret } from './interpret.ts'

describe('検索の言葉の読み取り', () => {
  it.each([
    ['0012345678', '0012345678'],
    ['000-1234-5678', '00012345678'],
    ['０００ー１２３４', '0001234'],
    ['(000) 1234', '0001234'],
    ['1940', '1940'],
  ])('数字「%s」は番号・電話', (text, digits) =>
    expect(interpret(text)).toMatchObject({ digits, kana: null, name: null, bornFrom: null }),
  )

  it.each([
    ['ところ', 'トコロ'],
    ['ﾄｺﾛ', 'トコロ'],
    ['ドコロ　ハナコ', 'トコロハナコ'],
  ])('かな「%s」は読み', (text, kana) =>
    expect(interpret(text)).toMatchObject({ kana, name: null, digits: null }),
  )

  it.each([
    ['トコロ 昭15', '1940-01-01', '1940-12-31'],
    ['トコロ 1940', '1940-01-01', '1940-12-31'],
    ['トコロ　１９４０年', '1940-01-01', '1940-12-31'],
    ['昭和15年生まれ トコロ', '1940-01-01', '1940-12-31'],
    ['トコロ S15.3.4', '1940-03-04', '1940-03-04'],
  ])('「%s」は読みと生まれ', (text, bornFrom, bornTo) =>
    expect(interpret(text)).toMatchObject({ kana: 'トコロ', bornFrom, bornTo }),
  )

  it('生年の欄は言葉の中の年に勝つ', () =>
    expect(interpret('トコロ 昭15', 1950)).toMatchObject({ bornFrom: '1950-01-01', bornTo: '1950-12-31' }))

  it('漢字は名前でも住所でもあり得る', () => {
    expect(interpret('髙橋　花子')).toMatchObject({ name: '高橋花子', kana: null })
    expect(interpret('見本町 2-3').address).toBe(interpret('見本町二丁目3番地').address)
  })

  it('漢字とかなの組は両方で絞る', () =>
    expect(interpret('山田 タロウ')).toMatchObject({ name: '山田', kana: 'タロウ', address: null }))

  it.each([[''], ['　'], ['ー'], ['゛']])('「%s」は何も求めない', (text) =>
    expect(interpret(text)).toEqual({
      kana: null,
      name: null,
      digits: null,
      address: null,
      keys: [],
      bornFrom: null,
      bornTo: null,
    }),
  )
})
