import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dynamicsLevelScores } from '../../../law/evaluation/certification-dynamics.ts'
import { runRule } from '../../../platform/computation/index.ts'
import { divide } from '../../../platform/exact/index.ts'
import { rule as firstAge } from './cdy-02.rule.ts'
import { firstCertified, isFresh } from './first-certified.ts'
import { CERTIFIED, type CertifiedLevel } from './levels.ts'
import { levelGroupOf, meanChange } from './mean-level.ts'
import { meanOf, medianOf } from './middle.ts'
import { outcomesOf } from './outcomes.ts'
import { sharesOf, standardised } from './rates.ts'

const scores = dynamicsLevelScores.history[0]!.value
const levels = CERTIFIED.map(({ code }) => code as CertifiedLevel)
const level = fc.constantFrom(...levels)
const counts = fc
  .array(fc.nat(1_000_000), { minLength: 1, maxLength: 6 })
  .filter((all) => all.some((one) => one > 0))

describe('構成比', () => {
  it('どんな人数でも、和はちょうど1万で、正しい値から1より離れない', () =>
    fc.assert(
      fc.property(counts, (of) => {
        const shares = sharesOf(of)
        const all = of.reduce((sum, one) => sum + one, 0)
        expect(shares.reduce((sum, one) => sum + one, 0)).toBe(10_000)
        of.forEach((count, at) => {
          expect(Math.abs(shares[at]! - (count * 10_000) / all)).toBeLessThan(1)
        })
      }),
    ))

  it('余りの大きい方から1を足し、同じなら先の方に足す', () => {
    expect(sharesOf([1, 1, 1])).toEqual([3334, 3333, 3333])
    expect(sharesOf([1, 0, 2])).toEqual([3333, 0, 6667])
    expect(sharesOf([2, 1, 0])).toEqual([6667, 3333, 0])
    expect(sharesOf([1, 1, 1, 1, 1, 1])).toEqual([1667, 1667, 1667, 1667, 1666, 1666])
  })
})

it('年齢調整した率は、区分の率の最小と最大の間にあり、重みを倍にしても変わらない', () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          count: fc.nat(500),
          of: fc.integer({ min: 500, max: 9999 }),
          weight: fc.integer({ min: 1, max: 9999 }),
        }),
        { minLength: 1, maxLength: 4 },
      ),
      (layers) => {
        const rate = divide(standardised(layers), 'half-up')
        const each = layers.map(({ count, of }) => (count / of) * 10_000)
        expect(rate).toBeGreaterThanOrEqual(Math.floor(Math.min(...each)))
        expect(rate).toBeLessThanOrEqual(Math.ceil(Math.max(...each)))
        const doubled = layers.map((layer) => ({ ...layer, weight: layer.weight * 2 }))
        expect(divide(standardised(doubled), 'half-up')).toBe(rate)
      },
    ),
  ))

describe('新規認定', () => {
  it.each([
    [null, true],
    ['2023-05-31', true],
    ['2023-06-01', false],
    ['2025-05-31', false],
  ])('2025-06-01 の認定は、前の認定が %s までなら、新規か: %s', (previousEndOn, fresh) => {
    expect(isFresh('2025-06-01', previousEndOn, 24)).toBe(fresh)
  })

  it('区分の人数の和は、年度のはじめにいた人数になる', () => {
    const person = fc.record({
      ageYears: fc.integer({ min: 65, max: 110 }),
      isInsuredAtStart: fc.boolean(),
      isCertifiedAtStart: fc.boolean(),
      certifiedOn: fc.constantFrom(null, '2025-06-01'),
      previousEndOn: fc.constantFrom(null, '2020-01-01', '2025-05-31'),
    })
    fc.assert(
      fc.property(fc.array(person), (people) => {
        const found = firstCertified(people, [65, 75, 85], 24)
        const total = (key: 'first' | 'uncertified') => found.bands.reduce((sum, band) => sum + band[key], 0)
        expect(total('uncertified')).toBe(found.uncertified)
        expect(total('first')).toBe(found.first - found.joinedLater)
      }),
    )
  })

  it('年齢区分は、始まりの年齢から次の区分の前まで', () => {
    const person = (ageYears: number) => ({
      ageYears,
      isInsuredAtStart: true,
      isCertifiedAtStart: false,
      certifiedOn: null,
      previousEndOn: null,
    })
    const bandOf = (ageYears: number) =>
      firstCertified([person(ageYears)], [65, 75, 85], 24).bands.findIndex((band) => band.uncertified === 1)
    expect([64, 65, 74, 75, 84, 85, 105].map(bandOf)).toEqual([-1, 0, 0, 1, 1, 2, 2])
  })
})

describe('平均と中央値', () => {
  it.each([
    [[80], 80, 80],
    [[70, 90], 80, 80],
    [[90, 70, 71], 77, 71],
    [[1, 2, 3, 100], 26.5, 2.5],
  ])('%j', (values, mean, median) => {
    const asNumber = ({ over, under }: { over: number | bigint; under: number | bigint }) =>
      Number(over) / Number(under)
    expect(asNumber(meanOf(values))).toBe(mean)
    expect(asNumber(medianOf(values))).toBe(median)
  })
})

describe('転帰', () => {
  const person = fc.oneof(
    fc.record({
      levelAtStart: level,
      levelAtEnd: level,
      ending: fc.constant(null),
      isFastTrack: fc.boolean(),
    }),
    fc.record({
      levelAtStart: level,
      levelAtEnd: fc.constant(null),
      ending: fc.constantFrom('none' as const, 'died' as const, 'movedOut' as const, 'notRenewed' as const),
      isFastTrack: fc.boolean(),
    }),
  )

  it('転帰表の計は、いつも全員になる', () =>
    fc.assert(
      fc.property(fc.array(person), (people) => {
        const outcomes = outcomesOf(people, scores)
        expect(Object.values(outcomes).reduce((sum, one) => sum + one, 0)).toBe(people.length)
      }),
    ))

  it('はじめと終わりを入れ替えると、改善と重度化が入れ替わる', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(level, level)), (pairs) => {
        const of = (from: 0 | 1) =>
          outcomesOf(
            pairs.map((pair) => ({
              levelAtStart: pair[from],
              levelAtEnd: pair[from === 0 ? 1 : 0],
              ending: null,
              isFastTrack: false,
            })),
            scores,
          )
        expect(of(0).improved).toBe(of(1).worsened)
        expect(of(0).maintained).toBe(of(1).maintained)
      }),
    ))
})

it('要支援は軽度にも中重度にも入らず、要介護2と3の間で分かれる', () => {
  expect(levels.map(levelGroupOf)).toEqual([
    'support',
    'support',
    'light',
    'light',
    'heavy',
    'heavy',
    'heavy',
  ])
})

it('全員が変わらなければ変化は0、終わりのない人は数えない', () => {
  const stay = levels.map((one) => ({ levelAtStart: one, levelAtEnd: one }))
  expect(meanChange([...stay, { levelAtStart: '21', levelAtEnd: null }], scores)).toEqual({
    changed: { over: 0, under: 7 },
    persons: 7,
    without: 1,
  })
  expect(meanChange([], scores)).toEqual({ changed: null, persons: 0, without: 0 })
})

it('1人だけの区分の平均年齢は、その方の年齢なので、載せないよう言う', () => {
  const cautions = (...people: [number, 'male' | 'female', CertifiedLevel][]) => {
    const rows = people.map(([ageYears, sex, code]) => ({ ageYears, sex, level: code }))
    const outcome = runRule(firstAge, { people: rows }, { on: '2026-04-01' })
    return outcome.ok ? outcome.answer.cautions.join() : '断った'
  }
  expect(cautions([80, 'male', '12'])).toContain('全体')
  expect(cautions([80, 'male', '12'], [82, 'male', '12'], [84, 'female', '12'])).toContain('（女）')
  expect(cautions([80, 'male', '12'], [82, 'male', '12'])).toBe('')
})
