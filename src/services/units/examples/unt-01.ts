import type { RuleCase } from '../../../platform/computation/index.ts'
import type { UnitRow } from '../rules/base-units.ts'
import type { Input } from '../rules/unt-01.rule.ts'

type Asked = Partial<Input> & Pick<Input, 'month' | 'kind' | 'level'>
const given = (asked: Asked): Input => ({ band: null, visits: null, ...asked })
const of = (
  title: string,
  asked: Asked,
  [row, unitPrice, times, isMonthly]: [UnitRow, number, number, boolean],
): RuleCase<Input> => ({
  title,
  on: `${asked.month}-01`,
  input: given(asked),
  value: { row, unitPrice, times, units: unitPrice * times, isMonthly },
})
const refused = (title: string, asked: Asked, code: string, path: string): RuleCase<Input> => ({
  title,
  on: `${asked.month}-01`,
  input: given(asked),
  refused: { code, path },
})
const home = (month: string, level: Input['level'], more: Partial<Input> = {}): Asked => ({
  month,
  kind: 'A2',
  level,
  ...more,
})
const day = (month: string, level: Input['level'], more: Partial<Input> = {}): Asked => ({
  month,
  kind: 'A6',
  level,
  ...more,
})

const sheet: RuleCase<Input>[] = [
  of('UNT-01-a 訪問型、要支援1、週1回、1か月', home('2024-05', '12', { band: 'once' }), [
    'homeMonthOnce',
    1176,
    1,
    true,
  ]),
  refused(
    'UNT-01-b 週2回を超える程度は要支援2だけ',
    home('2024-05', '12', { band: 'more' }),
    'level-not-in-band',
    'band',
  ),
  of('UNT-01-c 訪問型、週1回、3回（2024年3月）', home('2024-03', '12', { band: 'once', visits: 3 }), [
    'homeVisitOnce',
    268,
    3,
    false,
  ]),
  of('UNT-01-d 訪問型、標準的な内容、3回', home('2024-04', '12', { content: 'standard', visits: 3 }), [
    'homeVisitStandard',
    287,
    3,
    false,
  ]),
  of('UNT-01-e 訪問型、生活援助45分以上、4回', home('2024-04', '12', { content: 'lifeLong', visits: 4 }), [
    'homeVisitLifeLong',
    220,
    4,
    false,
  ]),
  of('UNT-01-f 通所型、要支援2、1か月（2024年3月）', day('2024-03', '13'), ['dayMonthHigh', 3428, 1, true]),
  of('UNT-01-g 通所型、要支援2、1か月（2024年4月）', day('2024-04', '13'), ['dayMonthHigh', 3621, 1, true]),
  of('UNT-01-h 通所型、要支援1、4回', day('2024-05', '12', { visits: 4 }), ['dayVisitLow', 436, 4, false]),
  of('UNT-01-i 通所型、要支援1、5回は1か月の単位', day('2024-05', '12', { visits: 5 }), [
    'dayMonthLow',
    1798,
    1,
    true,
  ]),
  {
    title: 'UNT-01-j 通所型、区分がわからない',
    on: '2024-05-01',
    input: given(day('2024-05', null)),
    value: null,
  },
  refused('UNT-01-k A5は終わった', { month: '2024-05', kind: 'A5', level: '12' }, 'kind-ended', 'kind'),
]

/** Every row of the tables, in both revisions and as it stands in for the one of 2027. */
const tables: RuleCase<Input>[] = (['2021-04', '2024-03', '2024-04', '2026-07', '2027-04'] as const).flatMap(
  (month) => {
    const isR6 = month >= '2024-04'
    const at = (title: string) => `${title}（${month}）`
    return [
      of(at('訪問型 週1回程度'), home(month, '13', { band: 'once' }), ['homeMonthOnce', 1176, 1, true]),
      of(at('訪問型 週2回程度'), home(month, '06', { band: 'twice' }), ['homeMonthTwice', 2349, 1, true]),
      of(at('訪問型 週2回を超える程度'), home(month, '13', { band: 'more' }), [
        'homeMonthMore',
        3727,
        1,
        true,
      ]),
      of(at('訪問型 日割り 週1回程度'), home(month, '13', { band: 'once', days: 10 }), [
        'homeDayOnce',
        39,
        10,
        false,
      ]),
      of(at('訪問型 日割り 週2回程度'), home(month, '13', { band: 'twice', days: 1 }), [
        'homeDayTwice',
        77,
        1,
        false,
      ]),
      of(at('訪問型 日割り 週2回超'), home(month, '13', { band: 'more', days: 0 }), [
        'homeDayMore',
        123,
        0,
        false,
      ]),
      of(at('訪問型 短時間の身体介護'), home(month, '12', { content: 'shortBody', visits: 2 }), [
        'homeVisitShortBody',
        isR6 ? 163 : 167,
        2,
        false,
      ]),
      of(at('通所型 要支援1'), day(month, '12'), ['dayMonthLow', isR6 ? 1798 : 1672, 1, true]),
      of(at('通所型 事業対象者、週1回'), day(month, '06', { band: 'once' }), [
        'dayMonthLow',
        isR6 ? 1798 : 1672,
        1,
        true,
      ]),
      of(at('通所型 事業対象者、週2回'), day(month, '06', { band: 'twice' }), [
        'dayMonthHigh',
        isR6 ? 3621 : 3428,
        1,
        true,
      ]),
      of(at('通所型 要支援1 4回'), day(month, '12', { visits: 4 }), [
        'dayVisitLow',
        isR6 ? 436 : 384,
        4,
        false,
      ]),
      of(at('通所型 要支援2 8回'), day(month, '13', { visits: 8 }), [
        'dayVisitHigh',
        isR6 ? 447 : 395,
        8,
        false,
      ]),
      of(at('通所型 要支援2 9回は1か月'), day(month, '13', { visits: 9 }), [
        'dayMonthHigh',
        isR6 ? 3621 : 3428,
        1,
        true,
      ]),
      of(at('通所型 日割り 要支援1'), day(month, '12', { days: 10 }), [
        'dayDayLow',
        isR6 ? 59 : 55,
        10,
        false,
      ]),
      of(at('通所型 日割り 要支援2'), day(month, '13', { days: 10 }), [
        'dayDayHigh',
        isR6 ? 119 : 113,
        10,
        false,
      ]),
    ]
  },
)

const visits: RuleCase<Input>[] = [
  of('R3 訪問型 週1回 1回', home('2024-03', '12', { band: 'once', visits: 1 }), [
    'homeVisitOnce',
    268,
    1,
    false,
  ]),
  of('R3 訪問型 週1回 4回まで', home('2024-03', '12', { band: 'once', visits: 4 }), [
    'homeVisitOnce',
    268,
    4,
    false,
  ]),
  of('R3 訪問型 週1回 5回は1か月', home('2024-03', '12', { band: 'once', visits: 5 }), [
    'homeMonthOnce',
    1176,
    1,
    true,
  ]),
  refused(
    'R3 訪問型 週2回 4回は区分の回数に足りない',
    home('2024-03', '12', { band: 'twice', visits: 4 }),
    'visits-below-band',
    'visits',
  ),
  of('R3 訪問型 週2回 5回', home('2024-03', '12', { band: 'twice', visits: 5 }), [
    'homeVisitTwice',
    272,
    5,
    false,
  ]),
  of('R3 訪問型 週2回 8回まで', home('2024-03', '12', { band: 'twice', visits: 8 }), [
    'homeVisitTwice',
    272,
    8,
    false,
  ]),
  of('R3 訪問型 週2回 9回は1か月', home('2024-03', '12', { band: 'twice', visits: 9 }), [
    'homeMonthTwice',
    2349,
    1,
    true,
  ]),
  refused(
    'R3 訪問型 週2回超 8回は区分の回数に足りない',
    home('2024-03', '13', { band: 'more', visits: 8 }),
    'visits-below-band',
    'visits',
  ),
  of('R3 訪問型 週2回超 9回', home('2024-03', '13', { band: 'more', visits: 9 }), [
    'homeVisitMore',
    287,
    9,
    false,
  ]),
  of('R3 訪問型 週2回超 12回まで', home('2024-03', '13', { band: 'more', visits: 12 }), [
    'homeVisitMore',
    287,
    12,
    false,
  ]),
  of('R3 訪問型 週2回超 13回は1か月', home('2024-03', '13', { band: 'more', visits: 13 }), [
    'homeMonthMore',
    3727,
    1,
    true,
  ]),
  of('使わなかった月は0単位', home('2024-03', '12', { band: 'twice', visits: 0 }), [
    'homeVisitTwice',
    272,
    0,
    false,
  ]),
  refused(
    'R3 通所型 要支援2 4回は区分の回数に足りない',
    day('2024-03', '13', { visits: 4 }),
    'visits-below-band',
    'visits',
  ),
  of('R3 通所型 要支援2 5回', day('2024-03', '13', { visits: 5 }), ['dayVisitHigh', 395, 5, false]),
  of('R6 通所型 要支援2 1回', day('2024-04', '13', { visits: 1 }), ['dayVisitHigh', 447, 1, false]),
  of('R6 訪問型 生活援助20分以上45分未満', home('2024-04', '12', { content: 'lifeShort', visits: 1 }), [
    'homeVisitLifeShort',
    179,
    1,
    false,
  ]),
  of('R6 訪問型 標準12回: 3,444は月の単位の中', home('2024-04', '13', { content: 'standard', visits: 12 }), [
    'homeVisitStandard',
    287,
    12,
    false,
  ]),
  of('R6 訪問型 標準13回: 3,731は月の単位まで', home('2024-04', '13', { content: 'standard', visits: 13 }), [
    'homeMonthMore',
    3727,
    1,
    true,
  ]),
  of(
    'R6 訪問型 週1回 標準4回: 1,148',
    home('2024-04', '12', { band: 'once', content: 'standard', visits: 4 }),
    ['homeVisitStandard', 287, 4, false],
  ),
  of(
    'R6 訪問型 週1回 標準5回: 1,435は月の単位まで',
    home('2024-04', '12', { band: 'once', content: 'standard', visits: 5 }),
    ['homeMonthOnce', 1176, 1, true],
  ),
  of(
    'R6 訪問型 週2回 標準8回: 2,296',
    home('2024-04', '12', { band: 'twice', content: 'standard', visits: 8 }),
    ['homeVisitStandard', 287, 8, false],
  ),
  of(
    'R6 訪問型 週2回 標準9回: 2,583は月の単位まで',
    home('2024-04', '12', { band: 'twice', content: 'standard', visits: 9 }),
    ['homeMonthTwice', 2349, 1, true],
  ),
]

const faults: RuleCase<Input>[] = [
  refused(
    'R6 訪問型の1回の単位には内容がいる',
    home('2024-04', '12', { band: 'once', visits: 3 }),
    'content-needed',
    'content',
  ),
  refused(
    'R3 訪問型に標準的な内容の単位はない',
    home('2024-03', '12', { content: 'standard', visits: 3 }),
    'not-in-force',
    'content',
  ),
  refused('訪問型の1か月の単位には週の回数がいる', home('2024-05', '12'), 'band-needed', 'band'),
  refused(
    'R3 訪問型の1回の単位には週の回数がいる',
    home('2024-03', '12', { visits: 3 }),
    'band-needed',
    'band',
  ),
  refused('訪問型の日割りには週の回数がいる', home('2024-05', '12', { days: 3 }), 'band-needed', 'band'),
  refused(
    '回数と日数の両方',
    home('2024-05', '12', { band: 'once', visits: 3, days: 3 }),
    'visits-and-days',
    'days',
  ),
  refused(
    '訪問型 事業対象者に週2回を超える程度はない',
    home('2024-05', '06', { band: 'more' }),
    'level-not-in-band',
    'band',
  ),
  refused(
    '通所型 要支援1に週2回程度はない',
    day('2024-05', '12', { band: 'twice' }),
    'level-not-in-band',
    'band',
  ),
  refused(
    '通所型に週2回を超える程度はない',
    day('2024-05', '13', { band: 'more' }),
    'level-not-in-band',
    'band',
  ),
  refused('A1は終わった', { month: '2018-04', kind: 'A1', level: '12' }, 'kind-ended', 'kind'),
  refused(
    'A1の単位は載せていない',
    { month: '2018-03', kind: 'A1', level: '12', band: 'once' },
    'no-value-in-force',
    '',
  ),
  refused('2021年3月の単位は載せていない', day('2021-03', '12'), 'no-value-in-force', ''),
]

const owned = (units: number) =>
  home('2024-05', '12', { band: 'once', own: { homeMonthOnce: units, dayMonthLow: 1 } })
const own: RuleCase<Input>[] = [
  of('市町村の単位（架空の単位）', owned(1000), ['homeMonthOnce', 1000, 1, true]),
  of('市町村の単位、上限ちょうど', owned(1176), ['homeMonthOnce', 1176, 1, true]),
  refused('市町村の単位が上限を1単位超える', owned(1177), 'over-ceiling', 'own.homeMonthOnce'),
  of(
    '市町村が別の行だけを定めている',
    home('2024-05', '12', { band: 'once', own: { homeMonthTwice: 1, homeMonthOnce: null } }),
    ['homeMonthOnce', 1176, 1, true],
  ),
]

const month31 = '2026-07'
const feb = '2026-02'
const daily: RuleCase<Input>[] = [
  refused(
    '日割りの日数が月の日数を超える',
    home(feb, '12', { band: 'once', days: 31 }),
    'days-above-month',
    'days',
  ),
  refused('日割り 平年の2月29日', home(feb, '12', { band: 'once', days: 29 }), 'days-above-month', 'days'),
  of('日割り うるう年の2月28日', home('2024-02', '12', { band: 'once', days: 28 }), [
    'homeDayOnce',
    39,
    28,
    false,
  ]),
  of('日割り 月の全部なら1か月の単位（2月）', home(feb, '12', { band: 'once', days: 28 }), [
    'homeMonthOnce',
    1176,
    1,
    true,
  ]),
  of('日割り 31日の月の30日: 1,170', home(month31, '12', { band: 'once', days: 30 }), [
    'homeDayOnce',
    39,
    30,
    false,
  ]),
  of('日割り 31日の月の全部: 1,209でなく1か月の単位', home(month31, '12', { band: 'once', days: 31 }), [
    'homeMonthOnce',
    1176,
    1,
    true,
  ]),
  of('通所型 日割り 30日: 3,570', day(month31, '13', { days: 30 }), ['dayDayHigh', 119, 30, false]),
  of('通所型 日割り 31日の月の全部: 1か月の単位', day(month31, '13', { days: 31 }), [
    'dayMonthHigh',
    3621,
    1,
    true,
  ]),
  of(
    '日割りは市町村の1か月の単位まで（架空の単位）',
    home(month31, '12', { band: 'once', days: 26, own: { homeMonthOnce: 1000 } }),
    ['homeMonthOnce', 1000, 1, true],
  ),
  of(
    '日割りの合計が市町村の1か月の単位より低い（架空の単位）',
    home(month31, '12', { band: 'once', days: 25, own: { homeMonthOnce: 1000 } }),
    ['homeDayOnce', 39, 25, false],
  ),
]
const ownMonth: RuleCase<Input>[] = [
  of(
    '通所型 4回でも市町村の1か月の単位まで（架空の単位）',
    day(feb, '12', { visits: 4, own: { dayMonthLow: 1000 } }),
    ['dayMonthLow', 1000, 1, true],
  ),
  of(
    '通所型 2回の合計が市町村の1か月の単位より低い（架空の単位）',
    day(feb, '12', { visits: 2, own: { dayMonthLow: 1000 } }),
    ['dayVisitLow', 436, 2, false],
  ),
  of(
    'R3 訪問型 4回でも市町村の1か月の単位まで（架空の単位）',
    home('2024-03', '12', { band: 'once', visits: 4, own: { homeMonthOnce: 1000 } }),
    ['homeMonthOnce', 1000, 1, true],
  ),
]

export const unt01Cases: readonly RuleCase<Input>[] = [
  ...sheet,
  ...tables,
  ...visits,
  ...faults,
  ...own,
  ...daily,
  ...ownMonth,
]
