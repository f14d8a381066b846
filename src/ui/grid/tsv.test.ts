import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatTsv, parseTsv } from './tsv.ts'

describe('Excel の範囲', () => {
  it.each([
    ['1行', '架空\t太郎\r\n', [['架空', '太郎']]],
    [
      '終わりの改行がない',
      'a\tb\r\nc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['セルの中の改行と引用符', '"一行目\n""二行目"""\tb\r\n', [['一行目\n"二行目"', 'b']]],
    ['セルの中のタブ', '"a\tb"\tc', [['a\tb', 'c']]],
    ['途中の引用符はただの文字', '3"パイプ\tb', [['3"パイプ', 'b']]],
    ['閉じない引用符もただの文字', '"はい\tb\nc', [['"はい', 'b'], ['c']]],
    ['空のセルと空の行', '\t\r\n\r\na\r\n', [['', ''], [''], ['a']]],
    ['空', '', [['']]],
    ['古い Mac の改行', 'a\rb', [['a'], ['b']]],
  ] as const)('%s', (_name, text, cells) => {
    expect(parseTsv(text)).toEqual(cells)
  })

  it('コピーして貼り付けると、もとのまま', () => {
    const cell = fc.oneof(
      fc.string({ unit: fc.constantFrom('"', '\t', '\n', 'a', '介', ' ', '\u{29e3d}') }),
      fc.string({ unit: 'grapheme' }).map((text) => text.replace(/\r\n?/g, '\n')),
    )
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(table, (rows) => {
        expect(parseTsv(formatTsv(rows))).toEqual(rows)
      }),
    )
  })

  it('どんな文字列でも読め、文字が消えない', () => {
    const text = fc.string({ unit: fc.constantFrom('"', '\t', '\n', 'a') })
    fc.assert(
      fc.property(text, (given) => {
        const letters = parseTsv(given).flat().join('')
        expect(letters.replace(/[^a]/g, '')).toBe(given.replace(/[^a]/g, ''))
      }),
    )
  })
})
