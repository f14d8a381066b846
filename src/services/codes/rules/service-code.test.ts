import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inForce } from '../../../law/in-force.ts'
import { serviceKinds } from '../../../law/services/service-kinds.ts'
import { readServiceCode } from './service-code.ts'

const kinds = inForce(serviceKinds, '2025-05-01').value
const kind = fc.constantFrom(...Object.keys(kinds).filter((code) => !kinds[code]?.isEnded))
const character = fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRSTUVWXYZ')
const item = fc.string({ unit: character, minLength: 4, maxLength: 4 })
const wide = (text: string) =>
  text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0))

describe('総合事業のサービスコード', () => {
  it('種類と項目に分け、つなぐと元に戻る。全角・小文字・空白は結果を変えない', () => {
    fc.assert(
      fc.property(kind, item, (k, i) => {
        const read = readServiceCode(`${k}${i}`, kinds)
        expect(read).toMatchObject({ kind: k, item: i })
        expect(readServiceCode(`${read?.kind}${read?.item}`, kinds)).toEqual(read)
        expect(readServiceCode(` ${wide(k)}　${i.toLowerCase()} `, kinds)).toEqual(read)
      }),
    )
  })
  it('断る文には、読んだコードと、どうすればよいかがある', () => {
    for (const [code, word] of [
      ['a2 11', /「A211」.*6文字/],
      ['AG1001', /「AG1001」.*「AG」/],
      ['A11111', /「A1」（訪問型サービス（みなし））は終わって/],
    ] as const)
      expect(() => readServiceCode(code, kinds)).toThrow(
        expect.objectContaining({
          problems: [expect.objectContaining({ message: expect.stringMatching(word) })],
        }),
      )
  })
})
