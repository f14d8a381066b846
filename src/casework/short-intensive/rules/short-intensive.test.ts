import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shortIntensiveCuts, shortIntensiveSppb } from '../../../law/casework/short-intensive-cuts.ts'
import { runRule } from '../../../platform/computation/index.ts'
import { compare, type Method } from './change.ts'
import { bestOf, MARKS, type Measures, marksOf } from './measures.ts'
import { type SppbInput, sppbPoints } from './sppb.ts'
import { rule as courseRule } from './stc-01.rule.ts'
import { rule as changeRule } from './stc-02-change.rule.ts'
import { rule as sppbRule } from './stc-02-sppb.rule.ts'

const cuts = shortIntensiveCuts.history[0]!.value
const sppb = shortIntensiveSppb.history[0]!.value
const maybe = (max: number) => fc.option(fc.integer({ min: 1, max }))

describe('測定の目安', () => {
  const measures: fc.Arbitrary<Measures> = fc.record({
    sex: fc.constantFrom('male' as const, 'female' as const),
    gripTenthsKg: fc.array(fc.integer({ min: 1, max: 600 }), { maxLength: 4 }),
    walkHundredthsSecond: maybe(2000),
    tugTenthsSecond: fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 3 }),
    oneLegTenthsSecond: maybe(600),
    chairStands: maybe(30),
    chairRiseHundredthsSecond: maybe(3000),
    sppbPoints: fc.option(fc.integer({ min: 0, max: 12 })),
    calfTenthsCm: maybe(500),
    oralTenthsPerSecond: maybe(90),
  })

  it('測っていないものは「わからない」で、測ったものは必ず決まる', () =>
    fc.assert(
      fc.property(measures, (one) => {
        const marks = marksOf(one, cuts)
        expect(Object.keys(marks)).toEqual(Object.keys(MARKS))
        expect(marks.gripLow === null).toBe(one.gripTenthsKg.length === 0)
        expect(marks.tugFallRisk === null).toBe(one.tugTenthsSecond.length === 0)
        expect(marks.walkSlow === null).toBe(one.walkHundredthsSecond === null)
        expect(marks.sppbLow === null).toBe(one.sppbPoints === null)
      }),
    ))

  it('もう一回測って、握力の目安が悪くなることも、TUGの目安が悪くなることもない', () =>
    fc.assert(
      fc.property(measures, fc.integer({ min: 1, max: 600 }), (one, more) => {
        const again = {
          ...one,
          gripTenthsKg: [...one.gripTenthsKg, more],
          tugTenthsSecond: [...one.tugTenthsSecond, more],
        }
        const [before, after] = [marksOf(one, cuts), marksOf(again, cuts)]
        if (before.gripLow === false) expect(after.gripLow).toBe(false)
        if (before.tugFallRisk === false) expect(after.tugFallRisk).toBe(false)
      }),
    ))

  it('握力は最大、TUGは最短をとる', () => {
    expect(bestOf([279, 281, 200], Math.max)).toBe(281)
    expect(bestOf([140, 134], Math.min)).toBe(134)
    expect(bestOf([], Math.max)).toBeNull()
  })
})

describe('SPPB', () => {
  const input: fc.Arbitrary<SppbInput> = fc.record({
    sideHundredthsSecond: maybe(1000),
    semiHundredthsSecond: maybe(1000),
    tandemHundredthsSecond: maybe(1000),
    walkHundredthsSecond: maybe(2000),
    isWalkUnable: fc.boolean(),
    chairHundredthsSecond: maybe(7000),
    isChairUnable: fc.boolean(),
  })

  it('合計は0点から12点までで、三つの点の和になる', () =>
    fc.assert(
      fc.property(input, (one) => {
        const { balance, walk, chair, total } = sppbPoints(one, sppb)
        expect(total === null).toBe([balance, walk, chair].includes(null))
        if (total === null) return
        expect(total).toBe(balance! + walk! + chair!)
        expect(total).toBeGreaterThanOrEqual(0)
        expect(total).toBeLessThanOrEqual(12)
      }),
    ))

  it('速くなって点が下がることはない', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7000 }), fc.integer({ min: 1, max: 7000 }), (a, b) => {
        const at = (hundredths: number) =>
          sppbPoints(
            {
              sideHundredthsSecond: 0,
              semiHundredthsSecond: null,
              tandemHundredthsSecond: null,
              walkHundredthsSecond: hundredths,
              isWalkUnable: false,
              chairHundredthsSecond: hundredths,
              isChairUnable: false,
            },
            sppb,
          ).total!
        expect(at(Math.min(a, b))).toBeGreaterThanOrEqual(at(Math.max(a, b)))
      }),
    ))

  it('矛盾が二つあれば、二つとも言う', () => {
    const outcome = runRule(
      sppbRule,
      {
        sideHundredthsSecond: 1000,
        semiHundredthsSecond: 1000,
        tandemHundredthsSecond: 1000,
        walkHundredthsSecond: 1,
        isWalkUnable: true,
        chairHundredthsSecond: 1,
        isChairUnable: true,
      },
      { on: '2026-04-01' },
    )
    expect(!outcome.ok && outcome.problems.map(({ path }) => path)).toEqual([
      'walkHundredthsSecond',
      'chairHundredthsSecond',
    ])
  })
})

describe('前後の変化', () => {
  const usual: Method = { aid: 'なし', hand: '右', shoes: '靴', trials: 2 }
  it.each([
    ['補助具', { aid: '杖' }],
    ['手', { hand: '左' }],
    ['履物', { shoes: 'はだし' }],
    ['回数', { trials: 1 }],
  ])('%s が違えば比べない', (_, change) => {
    const after = { value: 9, method: { ...usual, ...change } }
    expect(compare({ value: 5, method: usual }, after, 1)).toEqual({
      change: null,
      isSameMethod: false,
      direction: null,
    })
  })

  it.each([
    ['打ち切りに達していない', 590, 60, 595, 60, 0],
    ['後が打ち切りに達した', 590, 60, 600, 60, 1],
    ['前が打ち切りに達した', 600, 60, 590, 60, 1],
    ['打ち切る時間がわからず、短い', 590, null, 599, null, 0],
    ['打ち切る時間がわからず、60秒', 590, null, 600, null, 1],
    ['前だけ打ち切る時間がわかり、後が60秒を超える', 590, 60, 601, null, 1],
    ['120秒で打ち切り、達していない', 700, 120, 1199, 120, 0],
  ] as const)('片脚起立、%s', (_, before, capBefore, after, capAfter, cautions) => {
    const at = (value: number, capSeconds: number | null) => ({ value, method: { ...usual, capSeconds } })
    const input = { measure: 'oneLeg', before: at(before, capBefore), after: at(after, capAfter) }
    const outcome = runRule(changeRule, input, { on: '2026-04-01' })
    expect(outcome.ok && [outcome.answer.value.change, outcome.answer.cautions.length]).toEqual([
      after - before,
      cautions,
    ])
  })

  it('前後を入れ替えると、差の符号と向きが逆になる', () =>
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), fc.constantFrom(1 as const, -1 as const), (a, b, better) => {
        const [one, other] = [a, b].map((value) => ({ value, method: usual }))
        const [there, back] = [compare(one!, other!, better), compare(other!, one!, better)]
        expect(there.change! + back.change!).toBe(0)
        const opposite = { better: 'worse', worse: 'better', same: 'same' }
        expect(back.direction).toBe(opposite[there.direction!])
      }),
    ))

  it.each([
    ['grip', 'better'],
    ['walkUsual', 'worse'],
    ['walkMax', 'worse'],
    ['tug', 'worse'],
    ['oneLeg', 'better'],
    ['chairStands', 'better'],
    ['chairRise', 'worse'],
    ['sppb', 'better'],
    ['oral', 'better'],
  ] as const)('%s の値が増えたら %s', (measure, direction) => {
    const input = { measure, before: { value: 1, method: usual }, after: { value: 2, method: usual } }
    const outcome = runRule(changeRule, input, { on: '2026-04-01' })
    expect(outcome.ok && outcome.answer.value.direction).toBe(direction)
    expect(outcome.ok && outcome.answer.cautions).toEqual([])
  })
})

it('終わりの日が決まらないときだけ、確かめるよう言う', () => {
  const course = {
    startedOn: '2025-04-07',
    planMonths: 3,
    extensionMonths: 0,
    isExtensionJudged: false,
    maxExtensionMonths: 0,
  }
  const cautions = (change: object) => {
    const outcome = runRule(courseRule, { ...course, ...change }, { on: '2026-04-01' })
    return outcome.ok ? outcome.answer.cautions.length : -1
  }
  expect([{}, { planMonths: null }, { startedOn: null }].map(cautions)).toEqual([0, 1, 1])
})
