import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { centreStaffing } from '../../../law/evaluation/centre-staffing.ts'
import { type AnyRule, runRule } from '../../../platform/computation/index.ts'
import { achievementOf, sumOf } from './achievement.ts'
import { rule as radar } from './centre-radar.rule.ts'
import { rule as fullTime } from './full-time-equivalent.rule.ts'
import { standardOf } from './staffing.ts'

const ON = '2026-04-01'
const run = (rule: AnyRule, input: unknown) => runRule(rule, input, { on: ON })
const codes = (rule: AnyRule, input: unknown) => {
  const outcome = run(rule, input)
  return outcome.ok ? [] : outcome.problems.map(({ code, path }) => `${code} ${path}`)
}

const count = fc.integer({ min: 0, max: 30 })
const counts = fc.record({ yes: count, no: count, notApplicable: count, unanswered: fc.constant(0) })

describe('達成率でいつも成り立つこと', () => {
  it('除いた割合は全項目の割合より小さくならず、どちらも0から1000‰', () => {
    fc.assert(
      fc.property(counts, (one) => {
        const { applicable, strict } = achievementOf(one)
        if (!applicable || !strict) return
        const [a, s] = [applicable, strict].map(({ over, under }) => Number(over) / Number(under)) as [
          number,
          number,
        ]
        expect(a).toBeGreaterThanOrEqual(s)
        expect(s).toBeGreaterThanOrEqual(0)
        expect(a).toBeLessThanOrEqual(1000)
        if (one.notApplicable === 0) expect(applicable).toEqual(strict)
      }),
    )
  })
  it('同じ項目のセンターなら、全センターの値は割合の平均と同じ', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 9 }), (all) => {
        const centres = all.map((yes) => ({ yes, no: 12 - yes, notApplicable: 0, unanswered: 0 }))
        const mean = centres.reduce((sum, { yes }) => sum + yes / 12, 0) / centres.length
        const { over, under } = achievementOf(sumOf(centres)).strict!
        expect(Number(over) / Number(under)).toBeCloseTo(mean * 1000, 9)
      }),
    )
  })
  it('未回答があれば、どちらの割合もない', () => {
    expect(achievementOf({ yes: 1, no: 1, notApplicable: 1, unanswered: 1 })).toEqual({
      applicable: null,
      strict: null,
    })
  })
})

describe('レーダーチャート', () => {
  const row = (name: string) => ({ name, yes: 1, no: 0 })
  it('同じ分野が2つあれば、軸の数とともに断る', () => {
    expect(codes(radar, { centre: [row('a'), row('a')], others: [] })).toEqual([
      'too-few-axes centre',
      'area-twice centre',
    ])
    expect(codes(radar, { centre: [row('a'), row('b'), row('c')], others: [] })).toEqual([])
  })
  it('軸のないほかのセンターや前の年は、黙って除かずに言う', () => {
    const all = [row('a'), row('b'), row('c')]
    const cautions = (others: object[][], previous?: object[]) => {
      const outcome = run(radar, { centre: all, others, ...(previous && { previous }) })
      return outcome.ok ? outcome.answer.cautions : ['断った']
    }
    expect(cautions([all], all)).toEqual([])
    expect(cautions([all, [row('a')]])).toEqual([
      '軸のないセンターがあり、その軸の全センターの値に入っていません: 2番目のほかのセンター（b、c）。',
    ])
    expect(cautions([], [row('a'), row('c')])).toEqual(['前の年にない軸は比べません: b。'])
  })
})

describe('職員の基準', () => {
  const { bands, ordinanceFrom } = centreStaffing.history[0]!.value
  const ordinance = [{ fromPersons: 6000, belowPersons: 24_000, extra: 1 }]
  it('人数が増えて、要る職員が減ることはない', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 23_998 }), (persons) => {
        const [fewer, more] = [persons, persons + 1].map(
          (one) => standardOf(one, { bands, ordinanceFrom }, ordinance)!,
        )
        expect(more!.least).toBeGreaterThanOrEqual(fewer!.least)
        expect(more!.fullTimeExclusive).toBeGreaterThanOrEqual(fewer!.fullTimeExclusive)
        expect(fewer!.least).toBeGreaterThanOrEqual(fewer!.fullTimeExclusive)
      }),
    )
  })
  it('条例の表の段の間では答えない', () => {
    const gap = [
      ...ordinance.map((row) => ({ ...row, belowPersons: 8000 })),
      { fromPersons: 9000, belowPersons: 9999, extra: 2 },
    ]
    const at = (persons: number) => standardOf(persons, { bands, ordinanceFrom }, gap)?.least ?? null
    expect([7999, 8000, 8999, 9000].map(at)).toEqual([4, null, null, 5])
  })
})

describe('常勤換算でいつも成り立つこと', () => {
  it('人数を超えず、正確な値より0.1人以上は小さくならない', () => {
    const hours = fc.array(fc.integer({ min: 0, max: 3875 }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(hours, (hoursHundredths) => {
        const outcome = run(fullTime, {
          hoursHundredths,
          fullTimeHoursHundredths: 3875,
          councilDecision: null,
        })
        const tenths = outcome.ok
          ? (outcome.answer.value as { fullTimeEquivalentTenths: number }).fullTimeEquivalentTenths
          : -1
        const exact = (hoursHundredths.reduce((sum, one) => sum + one, 0) * 10) / 3875
        expect(tenths).toBeLessThanOrEqual(Math.min(exact, hoursHundredths.length * 10))
        expect(tenths).toBeGreaterThan(exact - 1)
      }),
    )
  })
  it('運営協議会の判断がなければ、そう言う', () => {
    const said = (councilDecision: string | null) => {
      const outcome = run(fullTime, { hoursHundredths: [1], fullTimeHoursHundredths: 4000, councilDecision })
      return outcome.ok ? outcome.answer.cautions.length : -1
    }
    expect([said(null), said('架空')]).toEqual([1, 0])
  })
})
