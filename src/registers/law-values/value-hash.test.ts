import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, valueHash } from './value-hash.ts'

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
