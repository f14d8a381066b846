import { describe, expect, it } from 'vitest'
import { kanaOfRomaji } from './romaji.ts'

describe('日本語入力を切ったまま打った読み', () => {
  it.each([
    ['suzuki', 'スズキ'],
    ['Tanaka Hanako', 'タナカ ハナコ'],
    ['shinohara', 'シノハラ'],
    ['sinohara', 'シノハラ'],
    ['jinnai', 'ジンナイ'],
    ['kannda', 'カンダ'],
    ['kanda', 'カンダ'],
    ['ryoko', 'リョコ'],
    ['chiyo', 'チヨ'],
    ['hattori', 'ハットリ'],
    ['ｍｉｈｏｎ', 'ミホン'],
    ['mihon to', 'ミホン ト'],
    ['mihon taro', 'ミホン タロ'],
    ['mihon n', 'ミホン'], // the first letter of the next word
    ['mihona', 'ミホナ'],
    ['jun ichi', 'ジュン イチ'],
    ['kenny', 'ケン'], // ニャ, ニュ or ニョ comes
    ['tanak', 'タナ'],
    ['tsuch', 'ツ'],
    ['fujii', 'フジイ'],
    ["ken'ichi", 'ケンイチ'],
  ])('%s は %s', (typed, kana) => expect(kanaOfRomaji(typed)).toBe(kana))

  it.each(['スズキ', '鈴木', '0312345678', 'suzu木', 's', 'xqv1'])('%s は読みに直さない', (typed) =>
    expect(kanaOfRomaji(typed)).toBeNull(),
  )
})
