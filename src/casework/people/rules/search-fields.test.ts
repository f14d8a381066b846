import { describe, expect, it } from 'vitest'
import { FAMILY_MARK, familyOf, keysOfTyped, type SearchSource, searchFields } from './search-fields.ts'

const person: SearchSource = {
  name: '髙橋　花子',
  kana: 'タカハシ　ハナコ',
  townName: '見本町',
  addressRest: '二丁目3番地の4',
  building: null,
  phone: '０００－１２３４－５６７８',
  isProtected: false,
}
const meets = (typed: string) =>
  keysOfTyped(searchFields({ ...person, kana: typed }).kanaFold).some((key) =>
    searchFields(person).keys.includes(key),
  )

describe('検索キー', () => {
  it('旧字・全角・区切りの違いは一つのキーになる', () => {
    const fields = searchFields(person)
    expect(fields.nameFold).toBe(searchFields({ ...person, name: '高橋花子' }).nameFold)
    expect(fields.kanaFold).toBe(searchFields({ ...person, kana: 'ﾀｶﾊｼ ﾊﾅｺ' }).kanaFold)
    expect(fields.addressFold).toBe(searchFields({ ...person, addressRest: '2-3-4' }).addressFold)
    expect(fields.phoneFold).toBe('00012345678')
  })

  it('支援措置対象者の住所と電話はキーにならない', () => {
    const fields = searchFields({ ...person, isProtected: true })
    expect([fields.addressFold, fields.phoneFold]).toEqual(['', ''])
    expect(fields.kanaFold).toBe('タカハシハナコ')
  })

  it.each([
    ['一字ちがい', 'タカハシハナオ'],
    ['一字不足', 'タカハハナコ'],
    ['一字余り', 'タカハシシハナコ'],
    ['入れかわり', 'タカシハハナコ'],
    ['姓だけで一字ちがい', 'タカハス'],
  ])('%s「%s」は等号だけで見つかる', (_, typed) => expect(meets(typed)).toBe(true))

  it.each([['ヤマモトイチロウ'], ['タナカ'], ['タカ']])('「%s」とは出会わない', (typed) =>
    expect(meets(typed)).toBe(false),
  )

  it('二字の姓は姓だけのキーを持たない', () => {
    const keys = searchFields({ ...person, kana: 'モリ ハナコ' }).keys
    expect(keys.some((key) => key.endsWith(FAMILY_MARK))).toBe(false)
    expect(familyOf('モリハナコ')).toBeNull()
  })
})
