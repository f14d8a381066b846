import { describe, expect, it } from 'vitest'
import { interpretation, readDateField } from './reading.ts'

describe('和暦の日付の項目', () => {
  it.each(['S15.3.4', '昭15/3/4', '19400304', '1940-03-04', '昭和15年3月4日', 'Ｓ１５．３．４'])(
    '「%s」は昭和15年3月4日',
    (typed) => {
      expect(readDateField(typed)).toEqual({ state: 'date', date: '1940-03-04' })
    },
  )

  it('元号の境目で一日もずれない', () => {
    expect(interpretation('1989-01-07')).toBe('昭和64年1月7日（土） 1989-01-07')
    expect(interpretation('1989-01-08')).toBe('平成元年1月8日（日） 1989-01-08')
    expect(interpretation('2019-04-30')).toBe('平成31年4月30日（火） 2019-04-30')
    expect(interpretation('2019-05-01')).toBe('令和元年5月1日（水） 2019-05-01')
  })

  it('年齢は誕生日の前の日と当日で変わる', () => {
    expect(interpretation('1940-03-04', '2026-03-03')).toMatch(/満85歳$/)
    expect(interpretation('1940-03-04', '2026-03-04')).toMatch(/満86歳$/)
    expect(interpretation('2026-03-05', '2026-03-04')).not.toMatch(/歳/) // a day to come has no age
  })

  it('空欄は誤りではなく、読めないものは理由と候補を返す', () => {
    expect(readDateField(' ')).toEqual({ state: 'blank' })
    expect(readDateField('S65.1.1')).toMatchObject({ state: 'refused', suggestion: '平成2年1月1日' })
    expect(readDateField('R8.11.23', { notAfter: '2026-11-22' })).toMatchObject({
      state: 'refused',
      suggestion: null,
    })
    expect(readDateField('R8.11.22', { notAfter: '2026-11-22' })).toEqual({
      state: 'date',
      date: '2026-11-22',
    })
  })
})
