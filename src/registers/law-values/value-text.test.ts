import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, valueHash } from './value-hash.ts'
import { scalarText, valueTable, valueText } from './value-text.ts'

describe('制度の数値の書き方', () => {
  it.each([
    [12_345, '12,345'],
    [0, '0'],
    [0.25, '0.25'],
    [null, '定めなし'],
    [false, 'いいえ'],
    ['robust', '健常'],
    ['62', '62'],
  ])('%s は「%s」', (value, text) => expect(scalarText(value, { robust: '健常' })).toBe(text))

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
    expect(valueText(bands.slice(0, 1), { stage: '段階' })).toBe('1番目・段階: 1、1番目・ratioPerMille: 455')
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

describe('値の指紋', () => {
  it('項目の順によらず、値が違えば違う', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: undefined })).toBe('{"b":[1,{"c":"x","d":null}]}')
    expect(valueHash({ a: 1, b: 2 })).toBe(valueHash({ b: 2, a: 1 }))
    expect(valueHash({ a: 1 })).not.toBe(valueHash({ a: '1' }))
    expect(valueHash([1, 2])).not.toBe(valueHash([2, 1]))
  })

  it('JSON として読み戻しても、指紋は変わらない', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(valueHash(JSON.parse(canonicalJson(value)))).toBe(valueHash(value))
      }),
    )
  })
})
