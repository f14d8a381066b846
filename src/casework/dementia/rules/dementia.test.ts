import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dementiaDasc21, dementiaZarit8 } from '../../../law/casework/dementia-scales.ts'
import { runRule } from '../../../platform/computation/index.ts'
import { severityHint } from './dasc-severity.ts'
import { rule as zaritRule } from './dem-05.rule.ts'
import { rule as promotionRule } from './dem-06.rule.ts'
import { checkAfterHandOver, supportEndsOn } from './initial-team-clocks.ts'
import { initialTeamTarget, type TargetFacts } from './initial-team-target.ts'
import { against, scaleProblems, scaleTotal } from './scale.ts'
import { allOf, anyOf, negated } from './three-valued.ts'

const dasc = dementiaDasc21.history[0]!.value
const known = fc.constantFrom(true, false, null)

describe('わからないことのある論理', () => {
  it.each([
    [[], false, true],
    [[true, null], true, null],
    [[false, null], null, false],
    [[true, false], true, false],
    [[true], true, true],
    [[null], null, null],
  ] as const)('%j', (all, any, every) => {
    expect(anyOf(...all)).toBe(any)
    expect(allOf(...all)).toBe(every)
  })

  it('どれか・すべては、否定で入れ替わる', () =>
    fc.assert(
      fc.property(fc.array(known), (all) => {
        expect(negated(anyOf(...all))).toBe(allOf(...all.map(negated)))
      }),
    ))
})

describe('認知症初期集中支援の対象', () => {
  const facts: fc.Arbitrary<TargetFacts> = fc.record({
    ageYears: fc.constantFrom(39, 40, 78, null),
    isAtHome: known,
    isDementiaSuspected: known,
    hasDiagnosis: known,
    services: fc.constantFrom('none' as const, 'brokenOff' as const, 'running' as const, null),
    hasContinuousMedicalCare: known,
    hasFittingCareService: known,
    isBpsdHard: known,
  })

  it('わかった答えは、わからなかったことが後でわかっても変わらない', () =>
    fc.assert(
      fc.property(facts, facts, (some, more) => {
        const filled = Object.fromEntries(
          Object.entries(some).map(([name, value]) => [name, value ?? more[name as keyof TargetFacts]]),
        ) as unknown as TargetFacts
        const before = initialTeamTarget(some, 40).isTarget
        if (before !== null) expect(initialTeamTarget(filled, 40).isTarget).toBe(before)
      }),
      { numRuns: 500 },
    ))

  it('すべてわかっていれば、必ず決まる', () =>
    fc.assert(
      fc.property(facts, (some) => {
        if (Object.values(some).includes(null)) return
        expect(initialTeamTarget(some, 40).isTarget).not.toBeNull()
      }),
    ))

  it.each([
    ['診断がない', { hasDiagnosis: false }, true],
    ['継続的な医療がない', { hasContinuousMedicalCare: false }, true],
    ['適切な介護がない', { hasFittingCareService: false }, true],
    ['三つともある', {}, false],
  ])('サービスを受けていない方は、%s なら: %s', (_, change, isTarget) => {
    const person: TargetFacts = {
      ageYears: 80,
      isAtHome: true,
      isDementiaSuspected: true,
      hasDiagnosis: true,
      services: 'none',
      hasContinuousMedicalCare: true,
      hasFittingCareService: true,
      isBpsdHard: true,
    }
    expect(initialTeamTarget({ ...person, ...change }, 40).isTarget).toBe(isTarget)
    expect(initialTeamTarget({ ...person, ...change, services: 'running' }, 40).isTarget).toBe(true)
  })
})

describe('期限', () => {
  it.each([
    ['2025-04-10', '2025-10-09'],
    ['2025-08-31', '2026-02-28'],
    ['2025-08-28', '2026-02-27'],
    ['2025-08-29', '2026-02-28'],
    ['2023-08-31', '2024-02-29'],
    ['2025-10-01', '2026-03-31'],
    ['2025-12-31', '2026-06-30'],
  ])('%s に始めた支援の終わりは %s', (startedOn, endsOn) => {
    expect(supportEndsOn(startedOn, 6)).toBe(endsOn)
  })

  it('引継ぎ後の確認は、応当する日、なければ月の末日', () => {
    expect(checkAfterHandOver('2025-09-20', 2)).toBe('2025-11-20')
    expect(checkAfterHandOver('2025-12-31', 2)).toBe('2026-02-28')
  })
})

describe('点の合計', () => {
  const points = fc.array(fc.constantFrom(1, 2, 3, 4, null), { minLength: 21, maxLength: 21 })

  it('合計はいつも範囲の中にあり、欠けた項目を埋めても範囲を出ない', () =>
    fc.assert(
      fc.property(points, fc.integer({ min: 1, max: 4 }), (some, filler) => {
        const range = scaleTotal(some, dasc)
        const filled = scaleTotal(
          some.map((one) => one ?? filler),
          dasc,
        )
        expect(filled.total).toBeGreaterThanOrEqual(range.min)
        expect(filled.total).toBeLessThanOrEqual(range.max)
        expect(filled.missing).toBe(0)
        expect(range.total).toBe(some.includes(null) ? null : filled.total)
        const result = against(range, 31)
        if (result !== 'undetermined') expect(against(filled, 31)).toBe(result)
      }),
    ))

  it('項目をどの順に並べても、合計は変わらない', () =>
    fc.assert(
      fc.property(points, (some) => {
        expect(scaleTotal(some.toReversed(), dasc)).toEqual(scaleTotal(some, dasc))
      }),
    ))

  it('点の外れた項目は、すべて番号で言う', () => {
    const wrong = Array.from({ length: 21 }, (_, at) => (at === 3 ? 0 : at === 20 ? 5 : at === 7 ? null : 1))
    expect(scaleProblems(wrong, dasc, 'points').map(({ path }) => path)).toEqual(['points.3', 'points.20'])
    expect(scaleProblems(Array(21).fill(4), dasc, 'points')).toEqual([])
  })
})

describe('DASC-21 の重さの目安', () => {
  it.each(Array.from({ length: 21 }, (_, at) => at + 1))('項目%sが3点のとき', (item) => {
    const given = Array.from({ length: 21 }, (_, at) => (at + 1 === item ? 3 : 2))
    const decides = [3, 5, 9, 16, 17, 18, 19, 20, 21].includes(item)
    expect(severityHint(given, dasc)).toBe(decides ? 'moderate-or-more' : 'mild')
  })

  it('決め手の項目が欠けていても、ほかの決め手が3点なら中等度以上とする', () => {
    const given: (number | null)[] = Array(21).fill(2)
    given[2] = null
    expect(severityHint(given, dasc)).toBeNull()
    given[4] = 3
    expect(severityHint(given, dasc)).toBe('moderate-or-more')
    given[4] = 2
    given[2] = 2
    given[0] = null
    expect(severityHint(given, dasc)).toBe('mild')
  })
})

it('J-ZBI_8 は、両方の欄の誤りをまとめて言う', () => {
  const outcome = runRule(zaritRule, { personalPoints: [1], rolePoints: [5, 0, 0] }, { on: '2026-04-01' })
  expect(!outcome.ok && outcome.problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
    'wrong-number-of-items personalPoints',
    'points-outside-scale rolePoints.0',
  ])
  expect(dementiaZarit8.history[0]!.value.cutPoints).toBe(13)
})

it('短い講座があるときだけ、注意を言う', () => {
  const cautions = (minutes: number) => {
    const input = { promoters: 1, cafes: [], courses: [{ minutes, supporters: 1 }] }
    const outcome = runRule(promotionRule, input, { on: '2026-04-01' })
    return outcome.ok ? outcome.answer.cautions.length : -1
  }
  expect([89, 90].map(cautions)).toEqual([1, 0])
})
