import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gatheringPlacesFrequency, gatheringPlacesSizes } from '../../../law/community/gathering-places.ts'
import { type AnyRule, runRule } from '../../../platform/computation/index.ts'
import { arrivalsOf } from './arrival.ts'
import { type Course, courseCounts, DESTINATIONS, type Destination } from './c-type.ts'
import { frequencyOf, sizeLabels, sizeOf } from './classes.ts'
import { rule as participation } from './kyb-01.rule.ts'
import { rule as composition } from './kyb-03.rule.ts'
import { rule as classes } from './kyb-04.rule.ts'
import { rule as shares } from './kyb-05.rule.ts'
import { rule as arrival } from './kyb-06.rule.ts'
import { rule as courses } from './kyb-09.rule.ts'
import { comparable } from './series.ts'

const sizes = gatheringPlacesSizes.history[0]!.value
const frequency = gatheringPlacesFrequency.history[0]!.value
const run = (rule: AnyRule, input: unknown) => runRule(rule, input, { on: '2026-04-01' })
const cautionsOf = (rule: AnyRule, input: unknown) => {
  const outcome = run(rule, input)
  return outcome.ok ? outcome.answer.cautions.length : -1
}

describe('参加率', () => {
  it('週1回以上の参加率は全体を超えず、重なりを除いた率は場ごとの計の率を超えない', () =>
    fc.assert(
      fc.property(
        fc.array(fc.record({ participants: fc.nat(500), isWeekly: fc.boolean() }), { maxLength: 30 }),
        fc.nat(),
        (places, seed) => {
          const all = places.reduce((sum, one) => sum + one.participants, 0)
          const largest = Math.max(0, ...places.map(({ participants }) => participants))
          const distinct = largest + (seed % (all - largest + 1))
          const outcome = runRule(
            participation,
            { population65: 20_000, places, distinct, distinctWeekly: null },
            { on: '2026-04-01' },
          )
          if (!outcome.ok) return expect.unreachable(JSON.stringify(outcome.problems))
          const { value } = outcome.answer
          expect(value.summedWeeklyRatePerMyriad).toBeLessThanOrEqual(value.summedRatePerMyriad!)
          expect(value.distinctRatePerMyriad).toBeLessThanOrEqual(value.summedRatePerMyriad!)
          expect(value.weeklyPlaces).toBe(places.filter(({ isWeekly }) => isWeekly).length)
        },
      ),
    ))

  it('ありえない人数は、すべて言う', () => {
    const outcome = run(participation, {
      population65: 5,
      places: [{ participants: 4, isWeekly: false }],
      distinct: 6,
      distinctWeekly: 1,
    })
    expect(!outcome.ok && outcome.problems.map(({ code }) => code)).toEqual([
      'more-than-summed',
      'more-than-summed',
      'more-than-population',
    ])
  })

  it('全員が参加していることも、重なりのないこともある', () => {
    const input = {
      population65: 10,
      places: [{ participants: 10, isWeekly: true }],
      distinct: 10,
      distinctWeekly: 10,
    }
    expect(cautionsOf(participation, input)).toBe(0)
    expect(cautionsOf(participation, { ...input, distinct: null })).toBe(1)
  })

  it('場ごとの計が65歳以上人口を超えれば、率として使わないよう言う', () => {
    const places = (participants: number) => [
      { participants: 6, isWeekly: false },
      { participants, isWeekly: false },
    ]
    const of = (participants: number) =>
      cautionsOf(participation, {
        population65: 10,
        places: places(participants),
        distinct: 8,
        distinctWeekly: null,
      })
    expect([of(4), of(5)]).toEqual([0, 1])
  })
})

describe('区分', () => {
  it.each([
    [0, true, 'less'],
    [1, true, 'monthly'],
    [2, true, 'several'],
    [3, true, 'several'],
    [4, true, 'weekly'],
    [4, false, 'many'],
    [4, null, null],
    [3, null, 'several'],
    [8, true, 'weekly'],
  ])('月%s回、毎週: %s', (timesInMonth, isEveryWeek, expected) => {
    expect(frequencyOf({ timesInMonth, isEveryWeek }, frequency)).toBe(expected)
  })

  it.each([
    [0, null],
    [1, 0],
    [20, 0],
    [21, 1],
    [40, 1],
    [41, 2],
    [60, 2],
    [61, 3],
    [80, 3],
    [81, 4],
    [100, 4],
    [101, 5],
  ])('1回%s人', (participants, expected) => {
    expect(sizeOf(participants, sizes)).toBe(expected)
  })

  it('規模の名前は、上限の一つ後から始まる', () => {
    expect(sizeLabels(sizes)).toEqual(['1～20人', '21～40人', '41～60人', '61～80人', '81～100人', '100人超'])
  })

  it('令和4年度の規模の公表値は、計が145,641か所になる', () => {
    const published = [118_871, 21_831, 3519, 806, 320, 294]
    expect(published).toHaveLength(sizeLabels(sizes).length)
    expect(published.reduce((sum, one) => sum + one, 0)).toBe(145_641)
  })

  it('どの場も、頻度の区分か「決まらない」のどれか一つに入る', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            timesInMonth: fc.nat(31),
            isEveryWeek: fc.constantFrom(true, false, null),
            participantsPerTime: fc.nat(200),
          }),
        ),
        (places) => {
          const outcome = runRule(classes, { places }, { on: '2026-04-01' })
          if (!outcome.ok) return expect.unreachable()
          const { byFrequency, undetermined, bySize, withoutParticipants } = outcome.answer.value
          const total = (rows: { places: number }[]) => rows.reduce((sum, one) => sum + one.places, 0)
          expect(total(byFrequency) + undetermined).toBe(places.length)
          expect(total(bySize) + withoutParticipants).toBe(places.length)
        },
      ),
    ))

  it('決まらない場と月1回未満の場があれば、そう言う', () => {
    const place = (timesInMonth: number, isEveryWeek: boolean | null) => ({
      timesInMonth,
      isEveryWeek,
      participantsPerTime: 1,
    })
    expect(cautionsOf(classes, { places: [place(4, true)] })).toBe(0)
    expect(cautionsOf(classes, { places: [place(4, null)] })).toBe(1)
    expect(cautionsOf(classes, { places: [place(4, null), place(0, null)] })).toBe(2)
  })
})

it('構成比の点検は、足りないときも超えるときも注意し、四捨五入の内なら言わない', () => {
  const cautions = (sharesPerMille: number[]) => cautionsOf(shares, { sharesPerMille, total: 0 })
  expect(
    [
      [500, 500],
      [333, 666],
      [500, 400],
      [600, 500],
    ].map(cautions),
  ).toEqual([0, 0, 1, 1])
})

it('構成は、わからない方を除いたときだけ、そう言う', () => {
  const row = (sex: string, age: string) => ({ sex, age, participants: 1 })
  const cautions = (rows: object[]) => cautionsOf(composition, { rows })
  expect(
    [
      [row('male', 'old')],
      [row('unknown', 'old')],
      [row('male', 'unknown')],
      [row('unknown', 'unknown')],
    ].map(cautions),
  ).toEqual([0, 1, 1, 2])
})

describe('到達', () => {
  const dayOf = (offset: number) => Temporal.PlainDate.from('2025-01-01').add({ days: offset }).toString()

  it('人数の内訳の和は、つないだ人になる', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(300), fc.option(fc.nat(200)))), (pairs) => {
        const people = pairs.map(([from, after]) => ({
          routedOn: dayOf(from),
          firstTookPartOn: after === null ? null : dayOf(from + after),
        }))
        const { routed, ...parts } = arrivalsOf(people, dayOf(600), 90)
        expect(Object.values(parts).reduce((sum, one) => sum + one, 0)).toBe(routed)
        expect(parts.arrived).toBe(pairs.filter(([, after]) => after !== null && after <= 90).length)
      }),
    ))

  it.each([
    [90, 'open'],
    [91, 'notArrived'],
  ] as const)('つないで%s日、まだ参加していない', (days, which) => {
    const counts = arrivalsOf([{ routedOn: dayOf(0), firstTookPartOn: null }], dayOf(days), 90)
    expect(counts[which]).toBe(1)
  })

  it('期間内の人がいるときだけ、そう言う', () => {
    const people = (routedOn: string) => ({
      asOf: '2026-04-01',
      people: [{ routedOn, firstTookPartOn: null }],
    })
    expect([people('2026-04-01'), people('2025-04-01')].map((input) => cautionsOf(arrival, input))).toEqual([
      1, 0,
    ])
  })
})

describe('系列', () => {
  const year = (fiscalYear: number, all: number | null, resident: number | null) => ({
    fiscalYear,
    all,
    resident,
  })
  const [old, late] = ['resident-operated', 'all-operators'] as const

  it('またぐときは住民の運営する場、またがなければその系列の値を使う', () => {
    const [one, other] = [year(1, 10, 20), year(2, 30, 40)]
    expect(comparable(one, other, { before: old, after: late })).toEqual({ basis: old, from: 20, to: 40 })
    expect(comparable(one, other, { before: old, after: old })).toEqual({ basis: old, from: 20, to: 40 })
    expect(comparable(one, other, { before: late, after: late })).toEqual({ basis: late, from: 10, to: 30 })
  })

  it.each([
    [year(1, 1, null), year(2, 1, 1)],
    [year(1, 1, 1), year(2, 1, null)],
  ])('どちらかの値がなければ、比べない', (one, other) => {
    expect(comparable(one, other, { before: old, after: late })).toBeNull()
    expect(comparable(one, other, { before: late, after: late })).not.toBeNull()
  })
})

describe('C型', () => {
  const course: fc.Arbitrary<Course> = fc.record({
    isCompleted: fc.boolean(),
    destination: fc.option(fc.constantFrom(...(Object.keys(DESTINATIONS) as Destination[]))),
    isContinuingAtSixMonths: fc.constantFrom(true, false, null),
  })

  it('続けている人 ≦ 確かめた人 ≦ 卒業した人 ≦ 終えた人', () =>
    fc.assert(
      fc.property(fc.array(course), (all) => {
        const counts = courseCounts(all)
        expect(counts.continuing).toBeLessThanOrEqual(counts.checked)
        expect(counts.checked + counts.unchecked).toBe(counts.graduated)
        expect(counts.graduated + counts.unknownDestination).toBeLessThanOrEqual(counts.completed)
      }),
    ))

  it.each(Object.keys(DESTINATIONS) as Destination[])('行き先 %s', (destination) => {
    const { graduated } = courseCounts([{ isCompleted: true, destination, isContinuingAtSixMonths: null }])
    expect(graduated).toBe(['gatheringPlace', 'selfRun'].includes(destination) ? 1 : 0)
  })

  it('わからないことがあるときだけ、そう言う', () => {
    const input = (change: object, referrals = 1) => ({
      newPlans: 1,
      referrals,
      courses: [{ isCompleted: true, destination: 'selfRun', isContinuingAtSixMonths: true, ...change }],
    })
    const given = [
      input({}),
      input({}, 2),
      input({ destination: null }),
      input({ isContinuingAtSixMonths: null }),
    ]
    expect(given.map((one) => cautionsOf(courses, one))).toEqual([0, 1, 1, 1])
  })
})
