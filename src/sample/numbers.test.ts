import { describe, expect, it } from 'vitest'
import { checkInsurerNumber, checkMunicipalityCode, checkOfficeNumber } from '../registers/numbers/index.ts'
import { insurers } from './city/insurers.ts'
import { centres, organisations } from './city/registers.ts'
import { insuredNumber, landline, mobile, residentNumber } from './numbers.ts'
import { isHoliday, isOfficeDay, officeDayFrom } from './office-days.ts'
import { Random, weighted } from './random.ts'

describe('見本の番号', () => {
  it('高松市の保険者番号と市町村コードは規則から導ける', () => {
    expect(insurers[1]).toMatchObject({ insurerNumber: '372011', municipalityCode: '372013' })
  })

  it('保険者番号は検査数字が合う', () => {
    for (const { insurerNumber } of insurers)
      expect(checkInsurerNumber(insurerNumber)).toMatchObject({ ok: true })
  })

  it('めぐり市の番号は、存在しない都道府県99のもの', () => {
    expect(insurers[0].insurerNumber).toBe('992016')
    expect(checkMunicipalityCode(insurers[0].municipalityCode)).toMatchObject({
      ok: false,
      code: 'prefecture',
    })
  })

  it('事業所番号は検査数字が合い、都道府県だけが存在しない', () => {
    const numbers = [...centres, ...organisations].flatMap(({ officeNumber }) => officeNumber ?? [])
    expect(numbers).toHaveLength(9)
    expect(new Set(numbers).size).toBe(9)
    for (const number of numbers)
      expect(checkOfficeNumber(number)).toMatchObject({ ok: false, code: 'prefecture' })
  })

  it('電話は架空とわかる形', () => {
    expect([landline(7), mobile(12_345)]).toEqual(['099-000-0007', '090-0000-2345'])
  })

  it('宛名番号は15けた、被保険者番号は10けたで99から始まり、重ならない', () => {
    expect(residentNumber(1)).toBe('990000000000001')
    const numbers = new Set(Array.from({ length: 130_000 }, (_, n) => insuredNumber(n + 1)))
    expect(numbers.size).toBe(130_000)
    for (const number of numbers) expect(number).toMatch(/^99\d{8}$/)
  })
})

describe('見本の開庁日', () => {
  it.each([
    ['2026-01-01', '元日'],
    ['2026-01-12', '成人の日（第2月曜）'],
    ['2026-03-20', '春分の日'],
    ['2026-05-06', '憲法記念日（日曜）の振替'],
    ['2026-09-22', '敬老の日と秋分の日にはさまれた国民の休日'],
    ['2026-09-23', '秋分の日'],
    ['2024-09-23', '秋分の日（日曜）の振替'],
    ['2026-11-23', '勤労感謝の日'],
    ['2026-12-29', '年末'],
  ])('%s は休み: %s', (day) => expect(isHoliday(day)).toBe(true))

  it.each(['2026-03-19', '2026-05-07', '2026-09-24', '2026-12-28', '2027-01-04'])('%s は開いている', (day) =>
    expect(isOfficeDay(day)).toBe(true),
  )

  it('基準日の日曜と祝日の次に開くのは24日', () => expect(officeDayFrom('2026-11-22')).toBe('2026-11-24'))
})

describe('見本の偶然', () => {
  it('同じ種は同じ数を、別の種は別の数を出す', () => {
    const draw = (seed: number) =>
      Array.from(
        { length: 5 },
        (
          (random) => () =>
            random.next()
        )(new Random(seed, 1, 1)),
      )
    expect(draw(1)).toEqual(draw(1))
    expect(draw(1)).not.toEqual(draw(2))
  })

  it('重みのとおりに引く', () => {
    const random = new Random(1, 2, 3)
    const draw = weighted([
      ['a', 3],
      ['b', 1],
      ['c', 0],
    ] as const)
    const drawn = Array.from({ length: 4000 }, () => draw(random))
    const share = drawn.filter((value) => value === 'a').length
    expect(share).toBeGreaterThan(2880)
    expect(share).toBeLessThan(3120)
    expect(drawn).not.toContain('c')
  })
})
