import { describe, expect, it } from 'vitest'
import { composed, composing, type Furigana, type Script, typedPlainly } from './reading.ts'

const start: Furigana = { kana: '', pending: '' }

/** One word as an input method reports it: each state of the composition, then what was accepted. */
const word = (from: Furigana, steps: string[], result: string, script: Script = 'katakana') =>
  composed(
    steps.reduce((state, step) => composing(state, step), from),
    result,
    script,
  )

describe('入力からのふりがな', () => {
  it('変換の前のかなを読みにする', () => {
    const state = word(start, ['ｔ', 'た', 'たｋ', 'たか', 'たかは', 'たかはｓ', 'たかはし', '高橋'], '高橋')
    expect(state).toEqual({ kana: 'タカハシ', pending: '' })
  })
  it('姓と名を続けて、間の空白も入る', () => {
    const family = word(start, ['たかはし', '高橋'], '高橋')
    const space = typedPlainly(family, '高橋', '高橋　')
    expect(word(space, ['はなこ', '花子'], '花子').kana).toBe('タカハシ　ハナコ')
  })
  it('変換のやり直しでかなに戻しても、二重にならない', () => {
    expect(word(start, ['たかはし', '高橋', 'たかはし', '髙橋'], '髙橋').kana).toBe('タカハシ')
  })
  it('かなのまま確定した名前', () => {
    expect(word(start, ['は', 'はな'], 'はな').kana).toBe('ハナ')
    expect(word(start, ['はな', 'ハナ'], 'ハナ', 'hiragana').kana).toBe('はな')
  })
  it('取り消した入力は残らない', () => {
    expect(word(start, ['たか', ''], '')).toEqual(start)
  })
  it('小書き・濁点・長音', () => {
    expect(word(start, ['ゔぃくとりー'], 'ゔぃくとりー').kana).toBe('ヴィクトリー')
  })
  it('名前を消すと、ふりがなも消える', () => {
    expect(typedPlainly({ kana: 'タカハシ', pending: '' }, '高橋', '')).toEqual(start)
  })
  it('途中の文字を消しただけでは、ふりがなに触らない', () => {
    expect(typedPlainly({ kana: 'タカハシ', pending: '' }, '高橋花', '高橋').kana).toBe('タカハシ')
  })
})
