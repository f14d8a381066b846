import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromDayNumber, toDayNumber } from './civil.ts'
import { eras, formatDate, formatEraYear } from './era.ts'
import { parseDate, parseYear } from './wareki.ts'

describe('日付の読み取り', () => {
  it.each([
    ['S15.3.4', '1940-03-04'],
    ['s15.3.4', '1940-03-04'],
    ['昭15/3/4', '1940-03-04'],
    ['昭和15年3月4日', '1940-03-04'],
    ['昭和 15年 3月 4日', '1940-03-04'],
    ['19400304', '1940-03-04'],
    ['1940-03-04', '1940-03-04'],
    ['1940/3/4', '1940-03-04'],
    ['1940年3月4日', '1940-03-04'],
    ['S150304', '1940-03-04'],
    ['昭15・4・1', '1940-04-01'],
    ['昭15･4･1', '1940-04-01'],
    ['S15 4 1', '1940-04-01'],
    ['R元.5.1', '2019-05-01'],
    ['令和元年5月1日', '2019-05-01'],
    ['R1.5.1', '2019-05-01'],
    ['Ｓ１５．３．４', '1940-03-04'],
    ['１９４０／３／４', '1940-03-04'],
    ['令和８年１１月２２日（日）', '2026-11-22'],
    ['M45.7.29', '1912-07-29'],
    ['T元.7.30', '1912-07-30'],
    ['T15.12.24', '1926-12-24'],
    ['S元.12.25', '1926-12-25'],
    ['S64.1.7', '1989-01-07'],
    ['H元.1.8', '1989-01-08'],
    ['H31.4.30', '2019-04-30'],
    ['H28.2.29', '2016-02-29'],
  ])('%s は %s', (text, date) => {
    expect(parseDate(text)).toEqual({ ok: true, date })
  })

  it.each([
    ['昭和64年1月8日', '平成元年1月8日'],
    ['昭和65年3月4日', '平成2年3月4日'],
    ['昭和65年', '平成2年'],
    ['平成31年5月1日', '令和元年5月1日'],
    ['H32.1.1', '令和2年1月1日'],
    ['平成元年1月7日', '昭和64年1月7日'],
    ['令和元年4月30日', '平成31年4月30日'],
    ['大正15年12月25日', '昭和元年12月25日'],
    ['昭和元年12月24日', '大正15年12月24日'],
    ['明治45年7月30日', '大正元年7月30日'],
    ['大正元年7月29日', '明治45年7月29日'],
  ])('%s は元号の外なので断り、%s を示す', (text, suggestion) => {
    const result = parseDate(text)
    expect(result).toMatchObject({ ok: false, code: 'era-out-of-range', suggestion })
    expect(result.ok ? '' : result.message).toContain(`${suggestion}ではありませんか。`)
  })

  it.each([
    ['', 'blank'],
    ['　 ', 'blank'],
    ['R1', 'incomplete'],
    ['昭和15年', 'incomplete'],
    ['昭和15年3月', 'incomplete'],
    ['1940/3', 'incomplete'],
    ['昭和', 'incomplete'],
    ['15/3/4', 'era-missing'],
    ['150304', 'era-missing'],
    ['2023-02-29', 'not-a-date'],
    ['1900-02-29', 'not-a-date'],
    ['S15.13.1', 'not-a-date'],
    ['S15.4.31', 'not-a-date'],
    ['S15.4.0', 'not-a-date'],
    ['S0.4.1', 'not-a-date'],
    ['0000-01-01', 'not-a-date'],
    ['明治元年1月24日', 'era-out-of-range'],
    ['不明', 'unreadable'],
    ['X15.3.4', 'unreadable'],
    ['1940/3/4/5', 'unreadable'],
    ['S1503041', 'unreadable'],
  ])('「%s」は %s として断る', (text, code) => {
    expect(parseDate(text)).toMatchObject({ ok: false, code })
  })

  it('読めたところまでを返す', () => {
    expect(parseDate('昭和15年3月')).toMatchObject({ partial: { year: 1940, month: 3 } })
    expect(parseDate('R1')).toMatchObject({ partial: { year: 2019 } })
  })

  it('限度の日はよく、翌日と前日は断る', () => {
    const limits = { notAfter: '2026-11-22', notBefore: '1900-01-01' }
    expect(parseDate('R8.11.22', limits)).toEqual({ ok: true, date: '2026-11-22' })
    expect(parseDate('R8.11.23', limits)).toMatchObject({ code: 'future' })
    expect(parseDate('1900-01-01', limits)).toEqual({ ok: true, date: '1900-01-01' })
    expect(parseDate('1899-12-31', limits)).toMatchObject({ code: 'before-limit' })
    expect(() => parseDate('R8.11.22', { notAfter: '2026/11/22' })).toThrow(RangeError)
  })

  it('断るときは、必ず文で理由を述べる', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'明大昭平令和元MTSHR年月日0123456789./-・ 　') }),
        (text) => {
          const result = parseDate(text)
          if (result.ok) expect(Temporal.PlainDate.from(result.date).toString()).toBe(result.date)
          else expect(result.message).toMatch(/(。|か。)$/)
        },
      ),
      { numRuns: 3000 },
    )
  })
})

describe('年の読み取り', () => {
  it.each([
    ['R1', 2019],
    ['令和元年', 2019],
    ['昭和15年', 1940],
    ['昭和64年', 1989],
    ['1940', 1940],
  ])('%s は西暦 %i 年', (text, year) => {
    expect(parseYear(text)).toEqual({ ok: true, year })
  })

  it('昭和65年は断り、平成2年を示す', () => {
    expect(parseYear('昭和65年')).toMatchObject({
      ok: false,
      code: 'era-out-of-range',
      suggestion: '平成2年',
    })
  })
})

describe('日付の表記', () => {
  it.each([
    ['2026-11-22', '令和8年11月22日', 'R8.11.22', '令和8年'],
    ['2019-05-01', '令和元年5月1日', 'R1.5.1', '令和元年'],
    ['2019-04-30', '平成31年4月30日', 'H31.4.30', '平成31年'],
    ['1868-01-24', '1868年1月24日', '1868.1.24', '1868年'],
  ])('%s', (iso, long, short, year) => {
    expect(formatDate(iso, 'long')).toBe(long)
    expect(formatDate(iso, 'short')).toBe(short)
    expect(formatDate(iso, 'iso')).toBe(iso)
    expect(formatEraYear(iso)).toBe(year)
  })

  it('どの表記で書いても、読めば元の日に戻る', () => {
    const days = fc.integer({ min: toDayNumber('1868-01-25'), max: toDayNumber('2117-12-31') })
    fc.assert(
      fc.property(days, fc.constantFrom('long', 'short', 'iso' as const), (n, style) => {
        const iso = fromDayNumber(n)
        expect(parseDate(formatDate(iso, style))).toEqual({ ok: true, date: iso })
      }),
      { numRuns: 3000 },
    )
  })

  it('明治6年から後は Temporal の和暦と一致する', () => {
    const days = fc.integer({ min: toDayNumber('1873-01-01'), max: toDayNumber('2099-12-31') })
    const borders = eras
      .filter((e) => e.from > '1873')
      .flatMap((e) => [-1, 0].map((d) => [toDayNumber(e.from) + d] as [number]))
    fc.assert(
      fc.property(days, (n) => {
        const iso = fromDayNumber(n)
        const { eraYear, month, day } = Temporal.PlainDate.from(iso).withCalendar('japanese')
        expect(formatDate(iso, 'short').slice(1)).toBe(`${eraYear}.${month}.${day}`)
      }),
      { numRuns: 1000, examples: borders },
    )
  })
})
