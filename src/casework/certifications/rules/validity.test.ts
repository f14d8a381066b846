import { describe, expect, it } from 'vitest'
import { certificationValidity } from '../../../law/casework/certification-validity.ts'
import { inForce } from '../../../law/in-force.ts'
import { certificationPeriod, type ValidityCase } from './validity.ts'

const period = (
  one: ValidityCase,
  startOn: string,
  months: number | null,
  { appliedOn = startOn, localMax = null as number | null } = {},
) =>
  certificationPeriod({
    case: one,
    startOn,
    months,
    localMax,
    national: inForce(certificationValidity, appliedOn),
  }).value
const endOf = (...input: Parameters<typeof period>) => {
  const found = period(...input)
  return found.outcome === 'valid' ? found.to : found.reason
}

describe('CRT-04 認定有効期間', () => {
  it.each([
    ['CRT-04-a', 'new', '2024-04-15', 6, '2024-10-31'],
    ['CRT-04-b', 'new', '2024-04-01', 6, '2024-09-30'],
    ['CRT-04-c', 'new', '2024-04-15', 12, '2025-04-30'],
    ['CRT-04-d', 'renewalSame', '2025-05-01', 48, '2029-04-30'],
    ['CRT-04-e', 'renewalOther', '2025-05-01', 48, 'aboveNationalMaximum'],
    ['CRT-04-f', 'new', '2024-02-29', 3, '2024-05-31'],
    ['CRT-04-g', 'change', '2023-08-31', 6, '2024-02-29'],
    ['CRT-04-h', 'new', '2026-12-31', 12, '2027-12-31'],
    ['CRT-04-i', 'new', '2025-01-10', 2, 'belowMinimum'],
  ] as const)('%s', (_, one, start, months, end) => {
    expect(endOf(one, start, months)).toBe(end)
  })

  it('CRT-04-j 月数の記載がなければ12か月とし、初期値であることを示す', () => {
    expect(period('renewalSame', '2025-05-01', null)).toEqual({
      outcome: 'valid',
      from: '2025-05-01',
      to: '2026-04-30',
      months: 12,
      isDefault: true,
    })
  })

  it.each([
    ['new', 2, 3, 12, 13],
    ['change', 2, 3, 12, 13],
    ['renewalSame', 2, 3, 48, 49],
    ['renewalOther', 2, 3, 36, 37],
  ] as const)('%s の下限と上限', (one, below, min, max, above) => {
    expect([below, min, max, above].map((n) => period(one, '2025-05-01', n).outcome)).toEqual([
      'refused',
      'valid',
      'valid',
      'refused',
    ])
  })

  it('2021年3月31日までの申請の更新は、区分が同じでも36か月まで', () => {
    expect(endOf('renewalSame', '2021-05-01', 48, { appliedOn: '2021-03-31' })).toBe('aboveNationalMaximum')
    expect(endOf('renewalSame', '2021-05-01', 36, { appliedOn: '2021-03-31' })).toBe('2024-04-30')
    expect(endOf('renewalSame', '2021-05-01', 48, { appliedOn: '2021-04-01' })).toBe('2025-04-30')
  })

  it('市町村の上限が小さければ、それまで。大きくても国の上限を越えない', () => {
    expect(endOf('renewalSame', '2025-05-01', 36, { localMax: 36 })).toBe('2028-04-30')
    expect(endOf('renewalSame', '2025-05-01', 37, { localMax: 36 })).toBe('aboveLocalMaximum')
    expect(endOf('renewalSame', '2025-05-01', 49, { localMax: 60 })).toBe('aboveNationalMaximum')
    expect(period('renewalSame', '2025-05-01', null, { localMax: 6 })).toMatchObject({ months: 6 })
  })

  it('国の下限より短い市町村の上限は、月数ではなく上限の誤りとして断る', () => {
    for (const months of [null, 2, 3, 12])
      expect(endOf('renewalSame', '2025-05-01', months, { localMax: 2 })).toBe('localBelowMinimum')
    expect(endOf('renewalSame', '2025-05-01', 3, { localMax: 3 })).toBe('2025-07-31')
  })

  it('整数でない月数は断る', () => {
    expect(endOf('new', '2025-05-01', 6.5)).toBe('notWhole')
  })

  it('説明に、国と市町村の上限と出典が出る', () => {
    const { steps } = certificationPeriod({
      case: 'renewalSame',
      startOn: '2025-05-01',
      months: 24,
      localMax: 36,
      national: inForce(certificationValidity, '2025-03-10'),
    })
    expect(steps[0]).toMatchObject({ inputs: { 国の上限: 48, 市町村の上限: 36 }, confidence: 'secondary' })
  })
})
