import { expect, it } from 'vitest'
import { csvText } from './csv-text.ts'

it('Excel で開ける CSV: BOM、CRLF、引用符、式として動かない', () => {
  expect(
    csvText([
      ['セル', '値'],
      ['H10', '1,234'],
      ['A1', '=HYPERLINK("x")'],
      ['B2', '一行目\n"二行目"'],
      ['C3', '-5'],
    ]),
  ).toBe('\uFEFFセル,値\r\nH10,"1,234"\r\nA1,"\'=HYPERLINK(""x"")"\r\nB2,"一行目\n""二行目"""\r\nC3,-5\r\n')
})
