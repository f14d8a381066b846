import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isNearBirth, isWithinOneError } from './likeness.ts'
import { agreements, type Compared, pointsOf, SHOWN_FROM } from './score.ts'

const someone = (more: Partial<Compared> = {}): Compared => ({
  id: 'a',
  nameFold: '讃岐花子',
  kanaFold: 'サヌキハナコ',
  givenFold: 'ハナコ',
  birthOn: '1940-03-12',
  sex: 'female',
  phoneFold: '0878000001',
  addressFold: '見本町1-2',
  insuredNumber: null,
  residentNumber: null,
  ...more,
})
const points = (more: Partial<Compared>, than: Partial<Compared> = {}) => {
  const reasons = agreements(someone(than), someone({ id: 'b', ...more }))
  return reasons === null ? null : pointsOf(reasons)
}
const alone = { phoneFold: '', addressFold: '' }

describe('重複の候補の点', () => {
  it('読みと生年月日が同じなら、ほかに何もなくても候補になる', () => {
    expect(points(alone)).toBe(8)
    expect(points({ ...alone, nameFold: '別' })).toBeGreaterThanOrEqual(SHOWN_FROM)
  })
  it('読みが一字ちがいで生年月日が同じなら、ちょうど候補になる。名の読みと生年月日だけではならない', () => {
    expect(points({ ...alone, kanaFold: 'サヌキハナヨ', nameFold: '別' })).toBe(SHOWN_FROM)
    expect(points({ ...alone, kanaFold: 'ヤマダハナコ', nameFold: '山田花子' })).toBe(SHOWN_FROM - 1)
  })
  it('氏が変わっても、名の読み・生年月日に電話か住所が重なれば候補になる', () => {
    const married = { kanaFold: 'ヤマダハナコ', nameFold: '山田花子' }
    expect(points({ ...married, addressFold: '' })).toBe(9)
    expect(points({ ...married, phoneFold: '' })).toBe(8)
  })
  it('生年月日の一けたちがいは、ほかの一致が要る', () => {
    expect(points({ ...alone, birthOn: '1940-03-13' })).toBe(6)
    expect(points({ birthOn: '1940-03-13', addressFold: '' })).toBe(9)
  })
  it('生年月日が離れていれば、同姓同名で住所が同じでも候補にしない（親子）', () => {
    expect(points({ birthOn: '1968-11-30' })).toBeNull()
  })
  it('氏名がどこも合わなければ、電話と生年月日が同じでも候補にしない（夫婦）', () => {
    expect(points({ kanaFold: 'サヌキタロウ', nameFold: '讃岐太郎', givenFold: 'タロウ' })).toBeNull()
  })
  it('被保険者番号・宛名番号・性別のちがいは、点を下げる', () => {
    expect(points({ ...alone, insuredNumber: '2' }, { insuredNumber: '1' })).toBe(5)
    expect(points({ ...alone, residentNumber: '2' }, { residentNumber: '1' })).toBe(6)
    expect(points({ ...alone, sex: 'male' })).toBe(6)
    expect(points({ ...alone, sex: 'unknown' })).toBe(8)
  })
  it('わからない欄は、合うとも合わないとも数えない', () => {
    expect(points({ ...alone, birthOn: null })).toBe(4)
    expect(agreements(someone({ phoneFold: '' }), someone({ phoneFold: '' }))).not.toContain('same-phone')
  })
  it('どちらから見ても同じ点になる', () => {
    const record = fc.record({
      kanaFold: fc.constantFrom('サヌキハナコ', 'サヌキハナヨ', 'ヤマダハナコ', ''),
      birthOn: fc.constantFrom('1940-03-12', '1940-03-21', '1951-01-01', null),
      phoneFold: fc.constantFrom('0878000001', ''),
      sex: fc.constantFrom('female', 'male', 'unknown'),
    })
    fc.assert(
      fc.property(record, record, (a, b) => {
        expect(agreements(someone(a), someone(b))).toEqual(agreements(someone(b), someone(a)))
      }),
    )
  })
})

describe('一つの誤り', () => {
  it.each([
    ['同じ', 'サヌキ', 'サヌキ', true],
    ['一字ちがい', 'サヌキ', 'サナキ', true],
    ['一字抜け', 'サヌキ', 'サキ', true],
    ['一字多い', 'サヌキ', 'サヌウキ', true],
    ['隣どうしの入れちがい', 'サヌキ', 'ヌサキ', true],
    ['二字ちがい', 'サヌキ', 'サガワ', false],
    ['離れた入れちがい', 'サヌキ', 'キヌサ', false],
    ['二字抜け', 'サヌキノ', 'サヌ', false],
  ])('%s: %s と %s', (_, a, b, is) => {
    expect(isWithinOneError(a, b)).toBe(is)
    expect(isWithinOneError(b, a)).toBe(is)
  })
  it.each([
    ['一けたちがい', '1940-03-12', '1940-03-13', true],
    ['けたの入れちがい', '1940-03-12', '1940-03-21', true],
    ['年のけたの入れちがい', '1943-05-01', '1934-05-01', true],
    ['月と日の入れちがい', '1940-03-12', '1940-12-03', true],
    ['二けたちがい', '1940-03-12', '1940-04-15', false],
    ['別の日', '1940-03-12', '1955-11-30', false],
  ])('生年月日 %s: %s と %s', (_, a, b, is) => {
    expect(isNearBirth(a, b)).toBe(is)
    expect(isNearBirth(b, a)).toBe(is)
  })
})
