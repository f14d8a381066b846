import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scalarText, valueTable, valueText } from './value-text.ts'

describe('どんな形の値も、読める言葉になる', () => {
  it.each([
    [12_345, '12,345'],
    [0, '0'],
    [0.25, '0.25'],
    [null, '―'],
    [false, 'いいえ'],
    ['robust', '健常'],
    ['62', '62'],
  ])('%s は「%s」', (value, text) => expect(scalarText(value, { robust: '健常' })).toBe(text))

  it('空の並びは「なし」、値のないところは「―」、0は0', () => {
    expect(valueText([])).toBe('なし')
    expect(valueText({ codes: [] })).toBe('codes: なし')
    expect([valueText(null), valueText(0)]).toEqual(['―', '0'])
  })

  it('入れ子の値は、名前をつないで一行ずつに開く', () => {
    const value = { new: { default: 6, max: 12 }, codes: ['A1', 'A2'] }
    const labels = { new: '新規', default: '初期値', max: '上限', codes: '種類' }
    expect(valueTable(value, labels)).toEqual({
      kind: 'pairs',
      rows: [
        ['新規・初期値', '6'],
        ['新規・上限', '12'],
        ['種類', 'A1、A2'],
      ],
    })
    expect(valueText(value, labels)).toBe('新規・初期値: 6、新規・上限: 12、種類: A1、A2')
  })

  it('同じ形のものの並びは、見出しのある表になり、ない項目は「―」', () => {
    const bands = [
      { stage: 1, ratioPerMille: 455 },
      { stage: 2, note: '注' },
    ]
    expect(valueTable(bands, { stage: '段階' })).toEqual({
      kind: 'table',
      heads: ['段階', 'ratioPerMille', 'note'],
      rows: [
        ['1', '455', '―'],
        ['2', '―', '注'],
      ],
    })
    expect(valueText(bands.slice(0, 1), { stage: '段階' })).toBe('段階: 1、ratioPerMille: 455')
  })

  it('どの値も、黙って消えるところがない', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), fc.integer(), { minKeys: 1 }), (value) => {
        const { rows } = valueTable(value) as { rows: string[][] }
        expect(rows).toHaveLength(Object.keys(value).length)
      }),
    )
  })
})
