import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fiscalYear, fiscalYearOf } from '../../../platform/calendar/index.ts'
import { aLine, anExchange, aStamp, usualLedger, usualVersion } from '../ledger-cases.ts'
import { ledgerOf } from './ledger.ts'
import { ledgerProblems } from './ledger-problems.ts'
import type { ExchangeRequest, LedgerInput, StampEvent } from './ledger-types.ts'
import { isAtOnce } from './refusals.ts'
import { stepProblems } from './rule-fields.ts'
import {
  isWindowOpen,
  pointsOf,
  type RuleVersion,
  stampsFor,
  versionOn,
  windowFor,
  windowOf,
} from './versions.ts'

const dayOf = (offset: number) => Temporal.PlainDate.from('2023-04-01').add({ days: offset }).toString()
const days = fc.nat(1000).map(dayOf)
const version: fc.Arbitrary<Omit<RuleVersion, 'validFrom'>> = fc.record({
  leastAgeYears: fc.constantFrom(18, 40, 65),
  excludesCertified: fc.boolean(),
  excludesChecklistPositive: fc.boolean(),
  excludesArrears: fc.boolean(),
  activities: fc.constantFrom(['施設の手伝い'], ['施設の手伝い', '通いの場の運営']),
  minutesPerStamp: fc.constantFrom(30, 60),
  maxStampsPerDay: fc.integer({ min: 1, max: 3 }),
  steps: fc
    .uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 5 })
    .map((list) =>
      list.sort((a, b) => a - b).map((fromStamps) => ({ fromStamps, points: fromStamps * 100 })),
    ),
  annualCapPoints: fc.integer({ min: 1, max: 900 }),
  carriesOver: fc.boolean(),
  window: fc.constantFrom(
    { opensOn: '03-20', closesOn: '05-22', opensIn: 'same' as const },
    { opensOn: '04-01', closesOn: '06-30', opensIn: 'next' as const },
    { opensOn: '01-10', closesOn: '02-28', opensIn: 'same' as const },
    { opensOn: '04-01', closesOn: '03-31', opensIn: 'same' as const },
  ),
  yenPerPoint: fc.constantFrom(1, 2),
})
const stamp: fc.Arbitrary<StampEvent> = fc.record({
  on: days,
  startsAt: fc.constantFrom('09:00', '09:30', '10:00', '13:15'),
  minutes: fc.constantFrom(20, 30, 60, 90, 180),
  host: fc.constantFrom('架空の園', '指定のない園'),
  activity: fc.constantFrom('施設の手伝い', '通いの場の運営', '有償の手伝い'),
})
const request: fc.Arbitrary<ExchangeRequest> = fc.record({
  on: days,
  points: fc.integer({ min: 1, max: 900 }),
  hasArrears: fc.boolean(),
})
const ledger: fc.Arbitrary<LedgerInput> = fc.record({
  versions: fc
    .uniqueArray(fc.nat(900), { minLength: 1, maxLength: 3 })
    .chain((froms) =>
      fc.tuple(
        ...froms
          .sort((a, b) => a - b)
          .map((from) => version.map((one) => ({ ...one, validFrom: dayOf(from) }))),
      ),
    ),
  hosts: fc.constant([{ host: '架空の園', designatedOn: '2023-05-01', endedOn: '2026-01-31' }]),
  bornOn: fc.constant('1958-06-01'),
  registeredOn: fc.constantFrom('2023-04-01', '2023-06-01'),
  certifiedOn: fc.option(days),
  checklistPositiveOn: fc.option(days),
  stamps: fc.array(stamp, { maxLength: 25 }),
  exchanges: fc.array(request, { maxLength: 8 }),
  asOf: fc.constant(dayOf(1500)),
})

describe('どんな決まりと活動でも', () => {
  it('残高は負にならず、行の増減の和になる', () =>
    fc.assert(
      fc.property(ledger, (input) => {
        let balance = 0
        for (const line of ledgerOf(input)) {
          balance += line.points
          expect(line.balancePoints).toBe(balance)
          expect(balance).toBeGreaterThanOrEqual(0)
        }
      }),
      { numRuns: 300 },
    ))

  it('年度に得るポイントは、その年度に有効だった版の上限を超えない', () =>
    fc.assert(
      fc.property(ledger, (input) => {
        const earned = new Map<number, number>()
        const caps = new Map<number, number>()
        for (const line of ledgerOf(input)) {
          if (line.kind !== 'stamp' || line.refused) continue
          const year = fiscalYearOf(line.on)
          earned.set(year, (earned.get(year) ?? 0) + line.points)
          const cap = versionOn(input.versions, line.on)!.annualCapPoints
          caps.set(year, Math.max(caps.get(year) ?? 0, cap))
        }
        for (const [year, points] of earned) expect(points).toBeLessThanOrEqual(caps.get(year)!)
      }),
      { numRuns: 300 },
    ))

  it('活動や申請をどの順に入力しても、同じ台帳になる', () =>
    fc.assert(
      fc.property(ledger, (input) => {
        const turned = {
          ...input,
          stamps: input.stamps.toReversed(),
          exchanges: input.exchanges.toReversed(),
        }
        expect(ledgerOf(turned)).toEqual(ledgerOf(input))
      }),
      { numRuns: 200 },
    ))

  it('後の日の活動や申請を足しても、その前の行は変わらない', () =>
    fc.assert(
      fc.property(ledger, stamp, request, (input, more, asked) => {
        const linesBefore = (one: LedgerInput, on: string) => ledgerOf(one).filter((line) => line.on < on)
        expect(linesBefore({ ...input, stamps: [...input.stamps, more] }, more.on)).toEqual(
          linesBefore(input, more.on),
        )
        expect(linesBefore({ ...input, exchanges: [...input.exchanges, asked] }, asked.on)).toEqual(
          linesBefore(input, asked.on),
        )
      }),
      { numRuns: 200 },
    ))

  it('新しい版を足しても、それが有効になる日より前の行は変わらない', () =>
    fc.assert(
      fc.property(ledger, version, (input, added) => {
        const last = input.versions.at(-1)!.validFrom
        const validFrom = Temporal.PlainDate.from(last).add({ days: 30 }).toString()
        const versions = [...input.versions, { ...added, validFrom }]
        const linesBefore = (one: LedgerInput) => ledgerOf(one).filter((line) => line.on < validFrom)
        expect(linesBefore({ ...input, versions })).toEqual(linesBefore(input))
      }),
      { numRuns: 200 },
    ))

  it('どの活動も申請も、一つの行になる', () =>
    fc.assert(
      fc.property(ledger, (input) => {
        const lines = ledgerOf(input)
        const count = (kind: string) => lines.filter((line) => line.kind === kind).length
        expect(count('stamp')).toBe(input.stamps.length)
        expect(count('exchange')).toBe(input.exchanges.length)
        expect(lines.map(({ on }) => on)).toEqual(lines.map(({ on }) => on).toSorted())
      }),
    ))
})

const only = (change: Partial<LedgerInput>) => ledgerOf({ ...usualLedger, ...change })[0]

describe('スタンプの条件', () => {
  it.each([
    ['登録した日', '2025-04-01', {}, null],
    ['登録の前の日', '2025-03-31', {}, 'not-registered'],
    ['認定の前の日', '2025-05-01', { certifiedOn: '2025-05-02' }, null],
    ['認定の日', '2025-05-01', { certifiedOn: '2025-05-01' }, 'certified'],
    ['該当の日', '2025-05-01', { checklistPositiveOn: '2025-05-01' }, 'checklist-positive'],
    ['該当の前の日', '2025-05-01', { checklistPositiveOn: '2025-05-02' }, null],
    ['65歳になる前の日', '2025-06-13', { bornOn: '1960-06-15' }, 'too-young'],
    ['65歳に達した日（誕生日の前の日）', '2025-06-14', { bornOn: '1960-06-15' }, null],
  ] as const)('%s', (_, on, change, refused) => {
    expect(only({ ...change, stamps: [aStamp(on)] })?.refused).toBe(refused)
  })

  it.each([
    ['指定の日', '2025-05-01', null],
    ['指定の前の日', '2025-04-30', 'host-not-designated'],
    ['指定の最後の日', '2025-05-31', null],
    ['指定が終わった次の日', '2025-06-01', 'host-not-designated'],
  ] as const)('受入先: %s', (_, on, refused) => {
    const hosts = [{ host: '架空の園', designatedOn: '2025-05-01', endedOn: '2025-05-31' }]
    expect(only({ hosts, stamps: [aStamp(on)] })?.refused).toBe(refused)
  })

  it('ほかの受入先があっても、活動した受入先の指定を見る', () => {
    const hosts = ['架空の園', '別の園'].map((host) => ({ host, designatedOn: '2025-04-01', endedOn: null }))
    expect(only({ hosts, stamps: [aStamp('2025-05-01')] })?.refused).toBeNull()
    expect(only({ hosts: hosts.slice(1), stamps: [aStamp('2025-05-01')] })?.refused).toBe(
      'host-not-designated',
    )
  })

  it('認定も該当もなければ、除く決まりでも受ける', () => {
    expect(only({ stamps: [aStamp('2025-05-01')] })?.refused).toBeNull()
  })

  it('除くと決めていなければ、認定や該当の後も受ける', () => {
    const versions = [{ ...usualVersion, excludesCertified: false, excludesChecklistPositive: false }]
    const change = { versions, certifiedOn: '2025-04-02', checklistPositiveOn: '2025-04-02' }
    expect(only({ ...change, stamps: [aStamp('2025-05-01')] })?.refused).toBeNull()
  })

  it('断った活動は、同じ時間の別の活動のじゃまをしない', () => {
    const stamps = [aStamp('2025-05-01', { host: '指定のない園', startsAt: '09:50' }), aStamp('2025-05-01')]
    expect(ledgerOf({ ...usualLedger, stamps, asOf: '2025-05-01' }).map(({ refused }) => refused)).toEqual(
      ['host-not-designated', null, null].slice(0, 2),
    )
  })

  it('1日の上限は、その日の活動を合わせて数え、次の日はまた数え始める', () => {
    const stamps = [
      aStamp('2025-05-01', { startsAt: '09:00', minutes: 60 }),
      aStamp('2025-05-01', { startsAt: '11:00', minutes: 180 }),
      aStamp('2025-05-01', { startsAt: '15:00', minutes: 60 }),
      aStamp('2025-05-02', { startsAt: '09:00', minutes: 60 }),
    ]
    const lines = ledgerOf({ ...usualLedger, stamps, asOf: '2025-05-02' })
    expect(lines.map(({ stamps: given, refused }) => [given, refused])).toEqual([
      [1, null],
      [1, null],
      [0, 'day-full'],
      [1, null],
    ])
  })

  it('年度が変われば、スタンプも上限もはじめから数える', () => {
    const stamps = ['2026-03-31', '2026-04-01'].map((on) => aStamp(on))
    const lines = ledgerOf({ ...usualLedger, stamps, asOf: '2026-04-01' })
    expect(lines.map(({ points }) => points)).toEqual([1000, 1000])
  })
})

describe('同じ時間', () => {
  const at = (startsAt: string, minutes: number) => aStamp('2025-05-01', { startsAt, minutes })
  it.each([
    ['重なる', at('10:00', 90), at('11:00', 60), true],
    ['終わりとはじまりが同じ', at('10:00', 60), at('11:00', 60), false],
    ['同じ時間帯にはじまる', at('10:00', 20), at('10:40', 20), true],
    ['時間帯が変わってはじまる', at('10:40', 20), at('11:00', 20), false],
    ['1分だけ重なる', at('10:00', 61), at('11:00', 60), true],
    ['中に入る', at('09:00', 240), at('11:00', 10), true],
  ])('%s', (_, one, other, expected) => {
    expect(isAtOnce(one, other)).toBe(expected)
    expect(isAtOnce(other, one)).toBe(expected)
    expect(isAtOnce(one, { ...other, on: '2025-05-02' })).toBe(false)
  })
})

describe('版と期間', () => {
  const versions = ['2020-04-01', '2024-04-01'].map((validFrom) => ({ ...usualVersion, validFrom }))
  it.each([
    ['2020-03-31', null],
    ['2020-04-01', '2020-04-01'],
    ['2024-03-31', '2020-04-01'],
    ['2024-04-01', '2024-04-01'],
  ])('%s に有効な版', (on, from) => expect(versionOn(versions, on)?.validFrom ?? null).toBe(from))

  it.each([
    ['03-20', '05-22', 'same', '2026-03-20', '2026-05-22'],
    ['04-01', '04-30', 'same', '2025-04-01', '2025-04-30'],
    ['04-01', '06-30', 'next', '2026-04-01', '2026-06-30'],
    ['01-10', '01-10', 'same', '2026-01-10', '2026-01-10'],
    ['04-01', '03-31', 'same', '2025-04-01', '2026-03-31'],
    ['03-31', '03-30', 'next', '2027-03-31', '2028-03-30'],
  ] as const)('令和7年度のポイントの期間: %s から %s（%s）', (opensOn, closesOn, opensIn, opens, closes) => {
    expect(windowOf(fiscalYear(2025), { opensOn, closesOn, opensIn })).toEqual({ opens, closes })
  })

  it.each([
    ['その年度の期間', '03-20', '05-22', '2025-04-01', '2026-03-20'],
    ['期間の中で得た', '03-20', '05-22', '2026-03-31', '2026-03-20'],
    ['期間の最後の日に得た', '01-10', '02-28', '2026-02-28', '2026-01-10'],
    ['期間が終わってから得た', '01-10', '02-28', '2026-03-01', '2027-01-10'],
  ])('%s', (_, opensOn, closesOn, on, opens) => {
    const window = { opensOn, closesOn, opensIn: 'same' as const }
    expect(windowFor(on, { ...usualVersion, window }).opens).toBe(opens)
  })

  it.each([
    ['03-20', '05-22', 'same', '2026-03-19', false],
    ['03-20', '05-22', 'same', '2026-03-20', true],
    ['03-20', '05-22', 'same', '2026-05-22', true],
    ['03-20', '05-22', 'same', '2026-05-23', false],
    ['03-31', '03-30', 'next', '2026-03-31', true],
    ['03-31', '03-30', 'next', '2026-03-30', true],
    ['12-01', '11-30', 'next', '2026-11-30', true],
  ] as const)(
    '%s から %s まで（%s）の期間は、%s に開いているか: %s',
    (opensOn, closesOn, opensIn, on, isOpen) => {
      expect(isWindowOpen(on, { ...usualVersion, window: { opensOn, closesOn, opensIn } })).toBe(isOpen)
    },
  )

  it('時間の端数とその日の残り', () => {
    expect(stampsFor(179, 0, { minutesPerStamp: 60, maxStampsPerDay: 9 })).toBe(2)
    expect(stampsFor(600, 1, { minutesPerStamp: 60, maxStampsPerDay: 3 })).toBe(2)
    expect(stampsFor(600, 5, { minutesPerStamp: 60, maxStampsPerDay: 3 })).toBe(0)
  })

  it('段階は比例でない', () => {
    const steps = [10, 20].map((fromStamps) => ({ fromStamps, points: fromStamps * 100 }))
    expect([9, 10, 19, 20, 99].map((stamps) => pointsOf(stamps, steps))).toEqual([0, 1000, 1000, 2000, 2000])
    expect(stepProblems(steps, 'steps')).toEqual([])
    expect(stepProblems(steps.toReversed(), 'steps').map(({ path }) => path)).toEqual(['steps.1'])
  })
})

describe('交換', () => {
  const earned = { stamps: [aStamp('2025-05-01')], asOf: '2026-05-22' }
  const last = (change: Partial<LedgerInput>) => ledgerOf({ ...usualLedger, ...earned, ...change }).at(-1)!

  it('残高ちょうどまで交換でき、期間の最後の日も受ける', () => {
    expect(last({ exchanges: [anExchange('2026-05-22', 1000)] })).toEqual(
      aLine('2026-05-22', 'exchange', { points: -1000, amountYen: 1000 }),
    )
    expect(last({ exchanges: [anExchange('2026-05-22', 1001)] }).refused).toBe('not-enough')
  })

  it('期間の中でも、ポイントのない方には足りないと言う', () => {
    expect(last({ stamps: [], exchanges: [anExchange('2026-05-22', 1)] }).refused).toBe('not-enough')
  })

  it('滞納を断らない決まりなら、滞納があっても交換し、額は版の額による', () => {
    const versions = [{ ...usualVersion, excludesArrears: false, yenPerPoint: 2 }]
    const line = last({ versions, exchanges: [anExchange('2026-05-22', 600, true)] })
    expect([line.refused, line.amountYen, line.balancePoints]).toEqual([null, 1200, 400])
  })

  it('同じ日の活動のポイントも、その日に交換できる', () => {
    const line = last({ stamps: [aStamp('2026-03-20')], exchanges: [anExchange('2026-03-20', 1000)] })
    expect(line).toMatchObject({ kind: 'exchange', refused: null, balancePoints: 0 })
  })

  it('同じ日の申請は、少ない方から受ける', () => {
    const exchanges = [
      anExchange('2026-04-01', 900),
      anExchange('2026-04-01', 1000),
      anExchange('2026-04-01', 90),
    ]
    const lines = ledgerOf({ ...usualLedger, ...earned, exchanges }).slice(1)
    expect(lines.map(({ points, refused }) => [points, refused])).toEqual([
      [-90, null],
      [-900, null],
      [0, 'not-enough'],
    ])
  })

  it('使い切った年度には、失効の行がない', () => {
    const lines = ledgerOf({
      ...usualLedger,
      ...earned,
      exchanges: [anExchange('2026-05-22', 1000)],
      asOf: '2027-06-30',
    })
    expect(lines.map(({ kind }) => kind)).toEqual(['stamp', 'exchange'])
  })

  it('期間が重なれば、先に失効する方から使う', () => {
    const window = { opensOn: '04-01', closesOn: '09-30', opensIn: 'next' as const }
    const versions = [usualVersion, { ...usualVersion, validFrom: '2025-06-01', window }]
    const stamps = [aStamp('2025-05-01'), aStamp('2025-06-01')]
    const lines = ledgerOf({
      ...usualLedger,
      versions,
      stamps,
      exchanges: [anExchange('2026-05-01', 1500)],
      asOf: '2026-10-01',
    })
    expect(lines.slice(2).map(({ on, kind, points }) => [on, kind, points])).toEqual([
      ['2026-05-01', 'exchange', -1500],
      ['2026-10-01', 'lapse', -500],
    ])
  })

  const closing = (first: Partial<RuleVersion['window']>, second: Partial<RuleVersion['window']>) => {
    const window = { opensOn: '03-20', closesOn: '05-22', opensIn: 'same' as const }
    const versions = [
      { ...usualVersion, window: { ...window, ...first } },
      { ...usualVersion, validFrom: '2025-06-01', window: { ...window, ...second } },
    ]
    const stamps = [aStamp('2025-05-01'), aStamp('2025-06-01')]
    return { ...usualLedger, versions, stamps, asOf: '2026-12-31' }
  }
  const lapses = (input: LedgerInput) =>
    ledgerOf(input)
      .filter(({ kind }) => kind === 'lapse')
      .map(({ on, points }) => [on, points])

  it('同じ期間のポイントは、まとめて失効する', () => {
    expect(lapses(closing({}, {}))).toEqual([['2026-05-23', -2000]])
  })

  it('終わりの違う期間のポイントは、それぞれの終わりの次の日に失効する', () => {
    const apart = [
      ['2026-05-23', -1000],
      ['2026-07-01', -1000],
    ]
    expect(lapses(closing({}, { closesOn: '06-30' }))).toEqual(apart)
    expect(lapses(closing({ closesOn: '06-30' }, {}))).toEqual(apart)
  })

  it('はじまりの違う期間のポイントは、開いた方だけ交換できる', () => {
    const input = closing({ opensOn: '04-20', opensIn: 'next' }, {})
    const ask = (on: string, points: number) =>
      ledgerOf({ ...input, exchanges: [anExchange(on, points)] }).find(({ kind }) => kind === 'exchange')
        ?.refused
    expect(ask('2026-04-19', 1000)).toBeNull()
    expect(ask('2026-04-19', 1001)).toBe('not-enough')
    expect(ask('2026-04-20', 2000)).toBeNull()
  })

  it('得た日の決まりの期間なら、今の決まりの期間でなくても交換できる', () => {
    const input = closing(
      { opensOn: '05-10', closesOn: '05-31', opensIn: 'next' },
      { opensOn: '01-10', closesOn: '02-28' },
    )
    const line = ledgerOf({ ...input, exchanges: [anExchange('2026-05-20', 1000)] }).find(
      ({ kind }) => kind === 'exchange',
    )
    expect(line).toMatchObject({ refused: null, points: -1000 })
  })

  it('先に失効する方から使う。どちらを先に得たかによらない', () => {
    const later = closing({ closesOn: '06-30' }, {})
    expect(lapses({ ...later, exchanges: [anExchange('2026-05-01', 1000)] })).toEqual([['2026-07-01', -1000]])
    const sooner = closing({}, { closesOn: '06-30' })
    expect(lapses({ ...sooner, exchanges: [anExchange('2026-05-01', 1000)] })).toEqual([
      ['2026-07-01', -1000],
    ])
  })

  it('期間が終わってから得たポイントは、次の年度の期間まで残る', () => {
    const versions = [
      { ...usualVersion, window: { opensOn: '01-10', closesOn: '02-28', opensIn: 'same' as const } },
    ]
    const stamps = [aStamp('2026-02-28'), aStamp('2026-03-01')]
    const lines = ledgerOf({ ...usualLedger, versions, stamps, asOf: '2027-03-01' })
    expect(lines.map(({ on, kind, points }) => [on, kind, points])).toEqual([
      ['2026-02-28', 'stamp', 1000],
      ['2026-03-01', 'lapse', -1000],
      ['2026-03-01', 'stamp', 1000],
      ['2027-03-01', 'lapse', -1000],
    ])
  })

  it('失効は、期間の次の日に書く', () => {
    const lines = (asOf: string) =>
      ledgerOf({ ...usualLedger, stamps: earned.stamps, asOf }).map(({ kind }) => kind)
    expect(lines('2026-05-22')).toEqual(['stamp'])
    expect(lines('2026-05-23')).toEqual(['stamp', 'lapse'])
  })
})

it('台帳にならない入力は、すべての理由を言う', () => {
  const problems = ledgerProblems({
    ...usualLedger,
    versions: [usualVersion, { ...usualVersion, steps: [...usualVersion.steps].reverse() }],
    bornOn: '2025-04-02',
    stamps: [
      aStamp('2026-07-01', { startsAt: '23:30', minutes: 31 }),
      aStamp('2026-06-30', { startsAt: '23:30', minutes: 30 }),
    ],
    exchanges: [anExchange('2026-07-01', 1)],
  })
  expect(problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
    'versions-not-ascending versions.1.validFrom',
    'steps-not-rising versions.1.steps.1',
    'steps-not-rising versions.1.steps.2',
    'before-birth registeredOn',
    'after-as-of stamps.0.on',
    'after-as-of exchanges.0.on',
    'past-midnight stamps.0.minutes',
  ])
  expect(ledgerProblems({ ...usualLedger, bornOn: '2025-04-01' })).toEqual([])
})
