import { describe, expect, it } from 'vitest'
import { describeFound, type Found, groupFound, isWorthSearching } from './search.ts'

const found = (id: string, more: Partial<Found> = {}): Found => ({
  id,
  name: '見本 花子',
  kana: 'ミホン ハナコ',
  birthOn: '1940-03-04',
  ageYears: 86,
  sex: 'female',
  townName: '巡町一丁目',
  centreName: '中央センター',
  own: true,
  insuredNumber: '9900000001',
  matched: 'kana',
  ...more,
})

describe('利用者の検索', () => {
  it('自センターが先。組の中の順は変えない', () => {
    const groups = groupFound([found('1', { own: false }), found('2'), found('3')])
    expect(groups.map(({ name, items }) => [name, items.map(({ id }) => id)])).toEqual([
      ['自センター', ['2', '3']],
      ['他のセンター', ['1']],
    ])
    expect(groupFound([found('1')])).toHaveLength(1)
  })
  it('同姓同名は生年月日・年齢・町で見分け、分からないものは書かない', () => {
    expect(describeFound(found('1'))).toBe('S15.3.4　86歳　女　巡町一丁目　9900000001')
    expect(
      describeFound(
        found('1', { own: false, birthOn: null, ageYears: null, sex: null, insuredNumber: null }),
      ),
    ).toBe('巡町一丁目　中央センター')
    expect(describeFound(found('1', { ageYears: 0 }))).toMatch(/0歳/)
  })
  it.each([
    ['', false],
    ['タ', false],
    ['たか', true],
    ['高', true],
    ['12', false],
    ['０８７', true],
    ['087-', true],
    ['8-7', false],
  ] as const)('「%s」で探し始めるか', (text, expected) => {
    expect(isWorthSearching(text)).toBe(expected)
  })
})
