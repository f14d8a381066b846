import type { ExchangeRequest, LedgerInput, Line, StampEvent } from './rules/ledger-types.ts'
import type { RuleVersion } from './rules/versions.ts'

/** Invented, in the manner of published ordinances: ten stamps a thousand points, exchange from 20 March to 22 May. */
export const usualVersion: RuleVersion = {
  validFrom: '2020-04-01',
  leastAgeYears: 65,
  excludesCertified: true,
  excludesChecklistPositive: true,
  excludesArrears: true,
  activities: ['施設の手伝い', '通いの場の運営'],
  minutesPerStamp: 60,
  maxStampsPerDay: 2,
  steps: [2, 4, 6].map((fromStamps) => ({ fromStamps, points: fromStamps * 500 })),
  annualCapPoints: 2500,
  carriesOver: false,
  window: { opensOn: '03-20', closesOn: '05-22', opensIn: 'same' },
  yenPerPoint: 1,
}

export const usualLedger: LedgerInput & { stamps: StampEvent[]; exchanges: ExchangeRequest[] } = {
  versions: [usualVersion],
  hosts: [{ host: '架空の園', designatedOn: '2020-04-01', endedOn: '2026-09-30' }],
  bornOn: '1955-06-15',
  registeredOn: '2025-04-01',
  certifiedOn: null,
  checklistPositiveOn: null,
  stamps: [],
  exchanges: [],
  asOf: '2026-06-30',
}

export const aStamp = (on: string, change: Partial<StampEvent> = {}): StampEvent => ({
  on,
  startsAt: '10:00',
  minutes: 120,
  host: '架空の園',
  activity: '施設の手伝い',
  ...change,
})
export const anExchange = (on: string, points: number, hasArrears = false): ExchangeRequest => ({
  on,
  points,
  hasArrears,
})

/** A line as it stands when nothing is said. */
export const aLine = (on: string, kind: Line['kind'], change: Partial<Line> = {}): Line => ({
  on,
  kind,
  refused: null,
  stamps: 0,
  points: 0,
  isCapped: false,
  amountYen: 0,
  balancePoints: 0,
  ruleFrom: '2020-04-01',
  ...change,
})
const on = '2026-06-30'
const inputOf = (change: Partial<LedgerInput>) => {
  const { versions, hosts, stamps, exchanges, ...rest } = { ...usualLedger, ...change }
  const plain = (version: RuleVersion) => ({
    ...version,
    activities: [...version.activities],
    steps: [...version.steps],
  })
  return {
    ...rest,
    versions: versions.map(plain),
    hosts: [...hosts],
    stamps: [...stamps],
    exchanges: [...exchanges],
  }
}

/** Ledgers of VPT-01, then what cannot be one. */
export const ledgerCases = [
  {
    title: 'ためて、交換して、残りが失効する（架空）',
    on,
    input: inputOf({
      stamps: [aStamp('2025-05-01'), aStamp('2025-06-01'), aStamp('2025-07-01', { minutes: 119 })],
      exchanges: [anExchange('2026-03-20', 1500)],
    }),
    value: {
      balancePoints: 0,
      lines: [
        aLine('2025-05-01', 'stamp', { stamps: 2, points: 1000, balancePoints: 1000 }),
        aLine('2025-06-01', 'stamp', { stamps: 2, points: 1000, balancePoints: 2000 }),
        aLine('2025-07-01', 'stamp', { stamps: 1, balancePoints: 2000 }),
        aLine('2026-03-20', 'exchange', { points: -1500, amountYen: 1500, balancePoints: 500 }),
        aLine('2026-05-23', 'lapse', { points: -500 }),
      ],
    },
  },
  {
    title: '断った行は、理由とともに残る（架空）',
    on,
    input: inputOf({
      certifiedOn: '2025-12-01',
      stamps: [
        aStamp('2025-03-31'),
        aStamp('2025-05-01'),
        aStamp('2025-05-01', { startsAt: '11:00', host: '指定のない園' }),
        aStamp('2025-05-01', { startsAt: '11:30' }),
        aStamp('2025-05-01', { startsAt: '15:00' }),
        aStamp('2025-05-02', { activity: '有償の手伝い' }),
        aStamp('2025-05-03', { minutes: 59 }),
        aStamp('2025-12-01'),
      ],
      exchanges: [
        anExchange('2025-12-02', 500),
        anExchange('2026-04-01', 1001),
        anExchange('2026-04-02', 500, true),
      ],
      asOf: '2026-05-22',
    }),
    value: {
      balancePoints: 1000,
      lines: [
        aLine('2025-03-31', 'stamp', { refused: 'not-registered' }),
        aLine('2025-05-01', 'stamp', { stamps: 2, points: 1000, balancePoints: 1000 }),
        aLine('2025-05-01', 'stamp', { refused: 'host-not-designated', balancePoints: 1000 }),
        aLine('2025-05-01', 'stamp', { refused: 'double-stamp', balancePoints: 1000 }),
        aLine('2025-05-01', 'stamp', { refused: 'day-full', balancePoints: 1000 }),
        aLine('2025-05-02', 'stamp', { refused: 'activity-not-listed', balancePoints: 1000 }),
        aLine('2025-05-03', 'stamp', { refused: 'too-short', balancePoints: 1000 }),
        aLine('2025-12-01', 'stamp', { refused: 'certified', balancePoints: 1000 }),
        aLine('2025-12-02', 'exchange', { refused: 'outside-window', balancePoints: 1000 }),
        aLine('2026-04-01', 'exchange', { refused: 'not-enough', balancePoints: 1000 }),
        aLine('2026-04-02', 'exchange', { refused: 'arrears', balancePoints: 1000 }),
      ],
    },
  },
  {
    title: '年度の上限を超えない（架空）',
    on,
    input: inputOf({
      stamps: ['2025-05-01', '2025-05-02', '2025-05-03', '2025-05-04'].map((day) => aStamp(day)),
      asOf: '2025-06-30',
    }),
    value: {
      balancePoints: 2500,
      lines: [
        aLine('2025-05-01', 'stamp', { stamps: 2, points: 1000, balancePoints: 1000 }),
        aLine('2025-05-02', 'stamp', { stamps: 2, points: 1000, balancePoints: 2000 }),
        aLine('2025-05-03', 'stamp', { stamps: 2, points: 500, isCapped: true, balancePoints: 2500 }),
        aLine('2025-05-04', 'stamp', { stamps: 2, isCapped: true, balancePoints: 2500 }),
      ],
    },
  },
  {
    title: '特別に繰り越す決まりと、その後の決まり（架空）',
    on,
    input: inputOf({
      versions: [
        { ...usualVersion, carriesOver: true },
        { ...usualVersion, validFrom: '2025-07-01', annualCapPoints: 1000 },
      ],
      registeredOn: '2024-04-01',
      stamps: [aStamp('2024-05-01'), aStamp('2025-08-01'), aStamp('2025-08-02')],
      exchanges: [anExchange('2026-03-31', 1800)],
    }),
    value: {
      balancePoints: 0,
      lines: [
        aLine('2024-05-01', 'stamp', { stamps: 2, points: 1000, balancePoints: 1000 }),
        aLine('2025-05-23', 'carry-over', { balancePoints: 1000 }),
        aLine('2025-08-01', 'stamp', {
          stamps: 2,
          points: 1000,
          balancePoints: 2000,
          ruleFrom: '2025-07-01',
        }),
        aLine('2025-08-02', 'stamp', {
          stamps: 2,
          isCapped: true,
          balancePoints: 2000,
          ruleFrom: '2025-07-01',
        }),
        aLine('2026-03-31', 'exchange', {
          points: -1800,
          amountYen: 1800,
          balancePoints: 200,
          ruleFrom: '2025-07-01',
        }),
        aLine('2026-05-23', 'lapse', { points: -200, ruleFrom: '2025-07-01' }),
      ],
    },
  },
  {
    title: '決まりのない日の活動と交換（架空）',
    on,
    input: inputOf({
      versions: [{ ...usualVersion, validFrom: '2025-07-01' }],
      stamps: [aStamp('2025-06-30')],
      exchanges: [anExchange('2025-06-30', 1)],
    }),
    value: {
      balancePoints: 0,
      lines: [
        aLine('2025-06-30', 'stamp', { refused: 'no-rule', ruleFrom: null }),
        aLine('2025-06-30', 'exchange', { refused: 'no-rule', ruleFrom: null }),
      ],
    },
  },
  { title: '何もない台帳', on, input: inputOf({}), value: { balancePoints: 0, lines: [] } },
  {
    title: '版の順が逆',
    on,
    input: inputOf({ versions: [usualVersion, usualVersion] }),
    refused: { code: 'versions-not-ascending', path: 'versions.1.validFrom' },
  },
  {
    title: '段階が増えていない',
    on,
    input: inputOf({
      versions: [{ ...usualVersion, steps: [...usualVersion.steps, { fromStamps: 6, points: 9000 }] }],
    }),
    refused: { code: 'steps-not-rising', path: 'versions.0.steps.3' },
  },
  {
    title: '登録が生まれた日より前',
    on,
    input: inputOf({ registeredOn: '1955-06-14' }),
    refused: { code: 'before-birth', path: 'registeredOn' },
  },
  {
    title: '活動が台帳の日より後',
    on,
    input: inputOf({ stamps: [aStamp('2026-07-01')] }),
    refused: { code: 'after-as-of', path: 'stamps.0.on' },
  },
  {
    title: '交換が台帳の日より後',
    on,
    input: inputOf({ exchanges: [anExchange('2026-06-30', 1), anExchange('2026-07-01', 1)] }),
    refused: { code: 'after-as-of', path: 'exchanges.1.on' },
  },
  {
    title: '日をまたぐ活動',
    on,
    input: inputOf({ stamps: [aStamp('2026-05-01', { startsAt: '23:00', minutes: 61 })] }),
    refused: { code: 'past-midnight', path: 'stamps.0.minutes' },
  },
]
