import type { z } from 'zod'
import type { Level } from '../../../law/insurer/service-kinds.ts'
import type { RuleCase } from '../../../platform/computation/index.ts'
import type { projectionInput } from '../rules/projection-fields.ts'

type Asked = z.input<typeof projectionInput>
type Rows = number[][]

const on = '2026-11-22'
const LEVEL_ORDER: readonly Level[] = ['support1', 'support2', 'care1', 'care2', 'care3', 'care4', 'care5']
const by = (counts: Partial<Record<Level, number>>) => LEVEL_ORDER.map((level) => counts[level] ?? 0)
/** One row for each year: 要介護1 and 要介護3 only. */
const rows = (care1: readonly number[], care3: readonly number[]): Rows =>
  care1.map((one, year) => by({ care1: one, care3: care3[year] ?? 0 }))

/** An invented village: one cell, two levels, one service of each kind of living. */
export const village: Asked = {
  baseFiscalYear: 2026,
  fiscalYears: [2027, 2028, 2029, 2030],
  trend: 'last-year',
  cells: [
    {
      sex: 'male',
      ages: '75-79',
      insured: [1000, 1000, 1000, 1100],
      history: [
        { fiscalYear: 2025, insured: 1000, certified: by({ care1: 116, care3: 50 }) },
        { fiscalYear: 2026, insured: 1000, certified: by({ care1: 120, care3: 50 }) },
      ],
    },
  ],
  services: [
    {
      kind: 'home-nursing',
      levels: [{ level: 'care1', users: 54, timesTenths: 5130, benefitYen: 3_898_800 }], // 9.5 times of 7,600 yen each
    },
    { kind: 'welfare-facility', levels: [{ level: 'care3', users: 20, benefitYen: 5_000_000 }] },
    {
      kind: 'group-home',
      levels: [{ level: 'care1', users: 12, benefitYen: 3_000_000 }],
      capacity: [{ fiscalYear: 2028, persons: 12 }],
    },
  ],
}

interface Living {
  certified: Rows
  facility: number[]
  residential: number[]
  nursing: { users: number[]; timesTenths: number[] }
}
/** Every price of the village: 91,200 yen a year for a time a month, 3,000,000 yen a year for a person. */
function track({ certified, facility, residential, nursing }: Living, totalBenefitYen: number[]) {
  const none = certified.map(() => 0)
  const facilityUsers = rows(none, facility)
  const residentialUsers = rows(residential, none)
  const yen = (rows: Rows, price: number) => rows.map((row) => row.map((one) => one * price))
  const timesTenths = rows(nursing.timesTenths, none)
  return {
    certified,
    facilityUsers,
    residentialUsers,
    homeBase: certified.map((row, year) =>
      row.map((one, level) => one - facilityUsers[year]![level]! - residentialUsers[year]![level]!),
    ),
    services: [
      {
        kind: 'home-nursing',
        users: rows(nursing.users, none),
        timesTenths,
        benefitYen: yen(timesTenths, 9120),
        overCapacity: null,
      },
      {
        kind: 'welfare-facility',
        users: facilityUsers,
        timesTenths: null,
        benefitYen: yen(facilityUsers, 3_000_000),
        overCapacity: null,
      },
      {
        kind: 'group-home',
        users: residentialUsers,
        timesTenths: null,
        benefitYen: yen(residentialUsers, 3_000_000),
        overCapacity: [null, 1, null, null],
      },
    ],
    totalBenefitYen,
  }
}

// 要介護1: 12.4, 12.8, 13.2 % of 1,000, then 13.2 % of 1,100 = 145.2 · 要介護3: 5 %
const certified = rows([124, 128, 132, 145], [50, 50, 50, 55])
const natural = track(
  {
    certified,
    facility: [20, 20, 20, 22], // 55 × 20/50
    residential: [12, 13, 13, 15], // a tenth; 14.5 becomes 15
    // half of 112, 115, 119 and 130 at home
    nursing: { users: [56, 58, 60, 65], timesTenths: [5320, 5510, 5700, 6175] },
  },
  [144_518_400, 149_251_200, 150_984_000, 167_316_000],
)
const groupHome = {
  code: 'users-change',
  text: '認知症対応型共同生活介護 2030年度: 利用者が前年の13人から15人に変わります。',
}
const common = {
  fiscalYears: village.fiscalYears,
  trend: 'last-year',
  certifiedByCell: [{ sex: 'male', ages: '75-79', persons: certified }],
  clampedCells: 0,
  clampHits: 0,
}
const facilityChange = (year: number, before: number, now: number) => ({
  code: 'users-change',
  text: `介護老人福祉施設 ${year}年度: 利用者が前年の${before}人から${now}人に変わります。`,
})

type Adjustment = NonNullable<Asked['adjustments']>[number]
const adjust = (more: Partial<Adjustment>): Adjustment => ({
  target: 'users',
  kind: 'welfare-facility',
  level: 'care3',
  fiscalYear: 2029,
  change: 5,
  reason: '架空の整備計画',
  ...more,
})
const withService = (index: number, change: Partial<Asked['services'][number]>): Asked => ({
  ...village,
  services: village.services.map((one, i) => (i === index ? { ...one, ...change } : one)),
})
const withLevel = (index: number, change: Partial<Asked['services'][number]['levels'][number]>) =>
  withService(index, { levels: [{ ...village.services[index]!.levels[0]!, ...change }] })
const withCell = (change: Partial<Asked['cells'][number]>): Asked => ({
  ...village,
  cells: [{ ...village.cells[0]!, ...change }],
})
const refused = (title: string, input: Asked, code: string, path: string): RuleCase<Asked> => ({
  title,
  on,
  input,
  refused: { code, path },
})
const adjusted = (title: string, more: Partial<Adjustment>, code: string, path: string) =>
  refused(title, { ...village, adjustments: [adjust(more)] }, code, path)

export const projectionCases: readonly RuleCase<Asked>[] = [
  {
    title: '架空の村、施策反映なし: 自然体と同じ',
    on,
    input: village,
    value: { ...common, natural, adjusted: natural, warnings: [groupHome] },
  },
  {
    title: '架空の村、認定者・床・回数の施策反映と定員',
    on,
    input: {
      ...village,
      capSupply: true,
      adjustments: [
        adjust({ target: 'certified', kind: null, fiscalYear: 2028, change: -2 }),
        adjust({}),
        adjust({ target: 'times', kind: 'home-nursing', level: 'care1', change: -200 }),
      ],
    },
    value: {
      ...common,
      natural,
      adjusted: track(
        {
          certified: rows([124, 128, 132, 145], [50, 48, 50, 55]),
          facility: [20, 20, 25, 28], // the five beds stay: 55 × 25/50 = 27.5
          residential: [12, 12, 13, 15],
          nursing: { users: [56, 58, 60, 65], timesTenths: [5320, 5510, 5500, 6175] },
        },
        [144_518_400, 146_251_200, 164_160_000, 185_316_000],
      ),
      warnings: [facilityChange(2029, 20, 25), facilityChange(2030, 25, 28), groupHome],
    },
  },
  refused(
    '推計する年度が早い順でない',
    { ...village, fiscalYears: [2027, 2028, 2029, 2029] },
    'not-rising',
    'fiscalYears.3',
  ),
  refused(
    '推計する年度が基準年から始まる',
    { ...village, fiscalYears: [2026, 2027, 2028, 2029] },
    'not-rising',
    'fiscalYears.0',
  ),
  refused(
    '計画期間の年度がない',
    { ...village, fiscalYears: [2027, 2028, 2030, 2031] },
    'plan-year-missing',
    'fiscalYears',
  ),
  refused('被保険者数の年数が足りない', withCell({ insured: [1, 2, 3] }), 'years-differ', 'cells.0.insured'),
  refused(
    '同じ区分が2度ある',
    { ...village, cells: [village.cells[0]!, village.cells[0]!] },
    'twice',
    'cells.1',
  ),
  refused('伸びに要る年度がない', { ...village, trend: 'five-years' }, 'year-missing', 'cells.0.history'),
  refused(
    '認定者が被保険者より多い',
    withCell({
      history: village.cells[0]!.history.map((one) => ({ ...one, insured: 169 })),
    }),
    'above-insured',
    'cells.0.history.1.certified',
  ),
  refused(
    '同じ年度の実績が2度ある',
    withCell({ history: [...village.cells[0]!.history, village.cells[0]!.history[0]!] }),
    'twice',
    'cells.0.history.2.fiscalYear',
  ),
  refused(
    '同じ年度の全国の実績が2度ある',
    {
      ...village,
      national: [
        {
          sex: 'male',
          ages: '75-79',
          history: [village.cells[0]!.history[0]!, village.cells[0]!.history[0]!],
        },
      ],
    },
    'twice',
    'national.0.history.1.fiscalYear',
  ),
  refused(
    '同じ区分の全国の実績が2度ある',
    {
      ...village,
      national: [village.cells[0]!, village.cells[0]!].map(({ sex, ages, history }) => ({
        sex,
        ages,
        history,
      })),
    },
    'twice',
    'national.1',
  ),
  refused(
    '同じ年度の定員が2度ある',
    withService(2, {
      capacity: [
        { fiscalYear: 2028, persons: 12 },
        { fiscalYear: 2028, persons: 9 },
      ],
    }),
    'twice',
    'services.2.capacity.1.fiscalYear',
  ),
  refused(
    '在宅の利用者が、その要介護度の認定者より多い',
    withLevel(0, { users: 121 }),
    'above-certified',
    'services.0.levels',
  ),
  refused(
    '居住系の利用者が、その要介護度の認定者より多い',
    withLevel(2, { users: 121 }),
    'above-certified',
    'services.2.levels',
  ),
  refused(
    '多すぎる回数',
    withLevel(0, { timesTenths: Number.MAX_SAFE_INTEGER }),
    'too_big',
    'services.0.levels.0.timesTenths',
  ),
  refused('全国の実績がない', { ...village, trend: 'national-year-before' }, 'national-missing', 'national'),
  refused(
    '全国の実績の年度がない',
    {
      ...village,
      trend: 'national-year-before',
      national: [{ sex: 'male', ages: '75-79', history: village.cells[0]!.history }],
    },
    'year-missing',
    'national.0.history',
  ),
  refused('知らないサービス種類', withService(0, { kind: 'none' }), 'unknown-kind', 'services.0.kind'),
  refused('終わったサービス種類', withService(1, { kind: 'sanatorium' }), 'unknown-kind', 'services.1.kind'),
  refused('同じ種類が2度ある', withService(1, { kind: 'group-home' }), 'twice', 'services.2.kind'),
  refused(
    '要支援では使えない種類',
    withLevel(1, { level: 'support2' }),
    'level-not-served',
    'services.1.levels.0.level',
  ),
  refused(
    '同じ要介護度が2度ある',
    withService(1, { levels: [village.services[1]!.levels[0]!, village.services[1]!.levels[0]!] }),
    'twice',
    'services.1.levels.0.level',
  ),
  refused(
    '人で数える種類に回数がある',
    withLevel(1, { timesTenths: 1 }),
    'not-timed',
    'services.1.levels.0.timesTenths',
  ),
  refused(
    '人で数える種類に1人の回数がある',
    withLevel(1, { newTimesPerUserTenths: 1 }),
    'not-timed',
    'services.1.levels.0.timesTenths',
  ),
  refused(
    '回数がない',
    withLevel(0, { timesTenths: null }),
    'times-missing',
    'services.0.levels.0.timesTenths',
  ),
  refused('回数が0', withLevel(0, { timesTenths: 0 }), 'times-missing', 'services.0.levels.0.timesTenths'),
  refused(
    '利用者がいないのに給付費がある',
    withLevel(1, { users: 0 }),
    'users-missing',
    'services.1.levels.0.users',
  ),
  refused(
    '利用者がいないのに回数がある',
    withLevel(0, { users: 0, benefitYen: 0 }),
    'users-missing',
    'services.0.levels.0.users',
  ),
  refused(
    '認定者のいない要介護度に居住系の利用者がいる',
    withLevel(2, { level: 'care5' }),
    'no-certified',
    'services.2.levels',
  ),
  refused(
    '在宅の対象者のいない要介護度に利用者がいる',
    withLevel(0, { level: 'care5' }),
    'no-home-base',
    'services.0.levels',
  ),
  adjusted(
    '施策反映の年度が推計にない',
    { fiscalYear: 2031 },
    'year-not-projected',
    'adjustments.0.fiscalYear',
  ),
  adjusted(
    '認定者数の施策反映に種類がある',
    { target: 'certified' },
    'kind-not-wanted',
    'adjustments.0.kind',
  ),
  adjusted('施策反映の種類が推計にない', { kind: 'day-care' }, 'unknown-kind', 'adjustments.0.kind'),
  adjusted('施策反映に種類がない', { kind: null }, 'unknown-kind', 'adjustments.0.kind'),
  adjusted(
    '施策反映の要介護度では使えない',
    { level: 'support1' },
    'level-not-served',
    'adjustments.0.level',
  ),
  adjusted('人で数える種類の回数を変える', { target: 'times' }, 'not-timed', 'adjustments.0.target'),
  adjusted('利用者より多く減らす', { change: -21 }, 'below-zero', 'adjustments'),
  adjusted(
    '認定者を被保険者より多く増やす',
    { target: 'certified', kind: null, fiscalYear: 2028, change: 1_000_000 },
    'above-insured',
    'adjustments',
  ),
  adjusted('単価の分からない利用を足す', { level: 'care4' }, 'no-unit-benefit', 'services.1.levels'),
  {
    title: '第10期より前の推計の決まりは登録していない',
    on: '2026-03-31',
    input: village,
    refused: { code: 'no-value-in-force', path: '' },
  },
]
