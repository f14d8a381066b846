import { describe, expect, it } from 'vitest'
import { aFact } from '../factory.ts'
import { areaOfWork, byTown } from './area-of-work.ts'
import { factOf, rowOf } from './fact.ts'
import { differenceText, figureText } from './figure-text.ts'
import { lateEntries } from './late.ts'
import { closingDue, monthsOfFiscalYear } from './month.ts'
import { isHoliday, isWorkingDay, workingDaysAfter } from './working-days.ts'

describe('確定後の変更', () => {
  const stays = aFact()
  it('何も変わらなければ空', () => {
    const again = { ...stays, contact: { ...stays.contact!, topics: [...stays.contact!.topics] } }
    expect(lateEntries([stays], [again])).toEqual([])
  })

  it('足された・なくなった・変わったを日の順に並べる', () => {
    const gone = aFact({ day: '2026-10-05' })
    const added = aFact({ day: '2026-10-02' })
    const before = aFact({ day: '2026-10-09', personId: 'old' })
    const after = { ...before, personId: 'kept', minutes: null }
    expect(lateEntries([stays, gone, before], [stays, added, after])).toMatchObject([
      { id: added.id, change: 'added', fields: [] },
      { id: gone.id, change: 'removed' },
      {
        id: before.id,
        change: 'changed',
        fields: ['minutes', 'person'],
        personId: 'kept',
        formerPersonId: 'old',
      },
    ])
  })

  it('内容の並びが違うだけなら変わっていない', () => {
    const one = aFact({ contact: { topics: ['ltci', 'other'] } })
    expect(lateEntries([one], [{ ...one, contact: { ...one.contact!, topics: ['other', 'ltci'] } }])).toEqual(
      [],
    )
  })

  it('書き出した値から、同じ記録に戻る', () => {
    for (const fact of [stays, aFact({ contact: null, personId: null, minutes: null })])
      expect(factOf(JSON.parse(JSON.stringify(rowOf(fact))))).toEqual(fact)
  })
})

describe('圏域', () => {
  const register = byTown([
    { townId: 't', areaId: 'old', validFrom: '2012-04-01', validTo: '2026-10-14' },
    { townId: 't', areaId: 'new', validFrom: '2026-10-15', validTo: null },
    { townId: 'far', areaId: 'other', validFrom: '2012-04-01', validTo: null },
  ])
  it.each([
    { day: '2026-10-14', recorded: 'old', townId: 't', area: 'old' },
    { day: '2026-10-15', recorded: 'old', townId: 't', area: 'new' },
    // moved house since: the new town never was in the recorded area
    { day: '2026-10-15', recorded: 'old', townId: 'far', area: 'old' },
    { day: '2026-10-15', recorded: 'old', townId: null, area: 'old' },
    { day: '2026-10-15', recorded: null, townId: 't', area: null },
  ])('$day、記録 $recorded、町 $townId は $area', ({ area, ...work }) => {
    expect(areaOfWork(register, work)).toBe(area)
  })
})

describe('期限と暦', () => {
  it('祝日、振替休日、国民の休日', () => {
    const holidays = ['2026-01-01', '2026-05-06', '2026-09-22', '2026-09-23', '2025-02-24', '2026-03-20']
    expect(holidays.filter((day) => !isHoliday(day))).toEqual([])
    expect(['2026-05-07', '2026-09-24', '2026-11-02'].filter(isHoliday)).toEqual([])
    expect(isWorkingDay('2026-12-29')).toBe(false)
  })

  it('確定の期限は翌月の第5開庁日', () => {
    expect(closingDue('2026-10')).toBe('2026-11-09') // 11/3 is a holiday, 7 and 8 a weekend
    expect(closingDue('2026-12')).toBe('2027-01-08') // opens on 4 January
  })

  it('差戻しからの開庁日', () => expect(workingDaysAfter('2026-11-20', 3)).toBe('2026-11-26'))

  it('年度の月は4月から、先の月は出さない', () => {
    expect(monthsOfFiscalYear(2026, '2026-06')).toEqual(['2026-04', '2026-05', '2026-06'])
    expect(monthsOfFiscalYear(2025, '2026-06').at(-1)).toBe('2026-03')
  })
})

describe('数の書き方', () => {
  it('桁を区切り、ないときは —', () => {
    expect(figureText({ value: 1234567 }, { decimals: 0 })).toBe('1,234,567')
    expect(figureText({ value: 38 }, { decimals: 1 })).toBe('3.8')
    expect(figureText({ value: null }, { decimals: 0 })).toBe('—')
  })
  it('差は符号と数で言う', () => {
    expect(differenceText({ value: 3 }, { value: 5 }, { decimals: 0 })).toBe('−2')
    expect(differenceText({ value: 5 }, { value: 5 }, { decimals: 0 })).toBe('同じ')
    expect(differenceText({ value: null }, { value: 5 }, { decimals: 0 })).toBeNull()
  })
})
