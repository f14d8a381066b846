import { describe, expect, it } from 'vitest'
import { cleanCode, cleanLine, cleanText, csvSafe } from './clean.ts'

describe('入力の端の整え', () => {
  it.each([
    ['　架空 太郎 ', '架空 太郎'],
    ['架空\r\n太郎', '架空 太郎'],
    ['\uFEFF架\u200B空\u0000', '架空'],
    ['葛\u{E0100}', '葛\u{E0100}'], // IVS is part of the name
    ['架空\uD800', '架空'],
  ])('一行「%s」', (typed, kept) => {
    expect(cleanLine(typed)).toBe(kept)
  })

  it('複数行は改行をそろえ、行末と前後の空きを取る', () => {
    expect(cleanText('\r\n一行目 　\r\n\r\n  三行目\r\u0007')).toBe('一行目\n\n  三行目')
  })

  it.each([
    ['空白', ' '],
    ['改行', '\n'],
  ])('%sが10万続いても、すぐに終わる', (_, letter) => {
    const begun = performance.now()
    expect(cleanText(`あ${letter.repeat(100_000)}い`)).toHaveLength(100_002)
    expect(cleanText(`${letter.repeat(100_000)}`)).toBe('')
    expect(performance.now() - begun).toBeLessThan(1000)
  })

  it('番号は半角・大文字にし、空白とハイフンを除く', () => {
    expect(cleanCode(' １３ａ－０１０００１９ ')).toBe('13A0100019')
  })
})

describe('表計算の式を実行させない', () => {
  it.each(['=1+1', '+cmd', '-1+1', '@SUM(A1)', '\t=1', '＝1', ' =1', '-cmd'])(
    '「%s」には印を付ける',
    (cell) => {
      expect(csvSafe(cell)).toBe(`'${cell}`)
    },
  )

  it.each(['-5', '+81', '-0.5', '-', '', 'めぐり市', '0878399999', 'a=b'])('「%s」はそのまま', (cell) => {
    expect(csvSafe(cell)).toBe(cell)
  })
})
