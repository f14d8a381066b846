import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cohortChange } from './cohort-change.ts'
import { rateText } from './rate.ts'
import { capped, facilityUsers, levelRates } from './service-users.ts'

describe('定員でおさえる', () => {
  it('合計は定員と需要の小さい方で、要介護度ごとには比例からの差が1人より小さい', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(500), { minLength: 1, maxLength: 8 }), fc.nat(2000), (users, capacity) => {
        const total = users.reduce((sum, one) => sum + one, 0)
        const held = capped(users, capacity)
        expect(held.reduce((sum, one) => sum + one, 0)).toBe(Math.min(total, capacity))
        held.forEach((one, level) => {
          expect(one).toBeLessThanOrEqual(users[level]!)
          if (total > capacity) expect(Math.abs(one * total - users[level]! * capacity)).toBeLessThan(total)
        })
        expect(capped(held, capacity)).toEqual(held)
      }),
    )
  })
  it('国全体の大きさの数でも、どの要介護度も正確な比例の前後の整数になる', () => {
    const most = fc.nat(100_000_000)
    fc.assert(
      fc.property(fc.array(most, { minLength: 1, maxLength: 8 }), most, (users, capacity) => {
        const total = users.reduce((sum, one) => sum + one, 0)
        fc.pre(total > capacity)
        const held = capped(users, capacity)
        expect(held.reduce((sum, one) => sum + one, 0)).toBe(capacity)
        held.forEach((one, level) => {
          const whole = Number((BigInt(users[level]!) * BigInt(capacity)) / BigInt(total))
          expect([whole, whole + 1]).toContain(one)
        })
      }),
    )
  })
})

describe('施設の利用者', () => {
  it('計画期間は基準年のまま、そのあとは認定者が増えれば減らない', () => {
    fc.assert(
      fc.property(
        fc.nat(500),
        fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 4, maxLength: 9 }),
        (base, certified) => {
          const users = facilityUsers(base, certified, 2, 0)
          expect(users.slice(0, 3)).toEqual([base, base, base])
          for (let year = 4; year < certified.length; year++)
            if (certified[year]! >= certified[year - 1]!)
              expect(users[year]).toBeGreaterThanOrEqual(users[year - 1]!)
        },
      ),
    )
  })
  it('最終年に使う人より多く減らせば、そのあとは0人', () => {
    expect(facilityUsers(5, [10, 10], 0, -6)).toEqual([5, 0])
  })
})

describe('1人当たりの回数と単価', () => {
  const texts = (base: Parameters<typeof levelRates>[0], revision = 10_000) => {
    const { timesPerUser, benefit } = levelRates(base, revision)
    return [timesPerUser, benefit].map((one) => (one === null ? null : rateText(one)))
  }
  it('基準年の利用から求める。改定率もかける', () => {
    expect(texts({ users: 10, timesTenths: 950, benefitYen: 722_000 })).toEqual(['95/1', '9120/1'])
    expect(texts({ users: 10, timesTenths: 950, benefitYen: 722_000 }, 20_000)).toEqual(['95/1', '18240/1'])
    expect(texts({ users: 10, timesTenths: null, benefitYen: 500_000 })).toEqual([null, '600000/1'])
  })
  it('基準年に利用がなければ、入力した単価と回数を使い、なければ分からない', () => {
    const none = { users: 0, benefitYen: 0 }
    expect(texts({ ...none, timesTenths: 0 })).toEqual(['0/1', null])
    expect(texts({ ...none, timesTenths: 0, newUnitYen: 7600 })).toEqual(['0/1', null])
    expect(texts({ ...none, timesTenths: 0, newUnitYen: 7600, newTimesPerUserTenths: 95 })).toEqual([
      '95/1',
      '9120/1',
    ])
    expect(texts({ ...none, timesTenths: null })).toEqual([null, null])
    expect(texts({ ...none, timesTenths: null, newUnitYen: 50_000 })).toEqual([null, '600000/1'])
  })
})

describe('コーホート変化率法', () => {
  // of one person before no thousands become in five years: what grows without end is refused as too large
  const band = fc.record({ before: fc.integer({ min: 1000, max: 9000 }), now: fc.nat(9000) })
  it('二つの時点が同じなら、先も同じ', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9000 }), fc.integer({ min: 2, max: 8 }), (persons, bands) => {
        // every band as large as the one below; the open one is what two bands become
        const same = Array.from({ length: bands }, () => ({ before: persons, now: persons }))
        const rows = cohortChange(same, 2)
        expect(rows[0]!.slice(1)).toEqual(Array(bands - 1).fill(persons))
        expect(rows[1]!.slice(2)).toEqual(Array(bands - 2).fill(persons))
      }),
    )
  })
  it('若い方から1区分ずつ分からなくなり、残りは0人以上', () => {
    fc.assert(
      fc.property(
        fc.array(band, { minLength: 2, maxLength: 12 }),
        fc.integer({ min: 1, max: 12 }),
        (bands, steps) => {
          cohortChange(bands, steps).forEach((row, step) => {
            row.forEach((persons, index) => {
              const isKnown = index > step && (index < bands.length - 1 || step < bands.length - 1)
              if (isKnown) expect(persons).toBeGreaterThanOrEqual(0)
              else expect(persons).toBeNull()
            })
          })
        },
      ),
    )
  })
})
