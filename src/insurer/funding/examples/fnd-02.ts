import type { RuleCase } from '../../../platform/computation/index.ts'

interface Asked {
  period: number
  group: 'home' | 'facility' | 'general' | 'comprehensive'
  amountYen: number
  grantPerMillion: number | null
}
type Row = readonly [number, number, number, number, number, number]

const HUNDRED_MILLION = 100_000_000
const value = ([
  nationYen,
  adjustmentGrantYen,
  prefectureYen,
  municipalityYen,
  category2Yen,
  category1Yen,
]: Row) => ({
  nationYen,
  adjustmentGrantYen,
  prefectureYen,
  municipalityYen,
  category2Yen,
  category1Yen,
})
const asked = (
  title: string,
  period: number,
  group: Asked['group'],
  amountYen: number,
  grantPerMillion: number | null,
  row: Row,
): RuleCase<Asked> => ({
  title,
  on: '2026-04-01',
  input: { period, group, amountYen, grantPerMillion },
  value: value(row),
})
const refused = (title: string, input: Partial<Asked>, code: string, path: string): RuleCase<Asked> => ({
  title,
  on: '2026-04-01',
  input: { period: 9, group: 'home', amountYen: HUNDRED_MILLION, grantPerMillion: 50_000, ...input },
  refused: { code, path },
})

/** Of 1億円 by period, group comprehensive: [period, nation, prefecture and municipality each, 第1号]. */
const COMPREHENSIVE = [
  [3, 40_500_000, 20_250_000, 19_000_000],
  [4, 40_000_000, 20_000_000, 20_000_000],
  [5, 39_500_000, 19_750_000, 21_000_000],
  [6, 39_000_000, 19_500_000, 22_000_000],
  [9, 38_500_000, 19_250_000, 23_000_000],
  [10, 38_500_000, 19_250_000, 23_000_000],
] as const

export const splitCases: RuleCase<Asked>[] = [
  asked(
    '居宅等1億円、調整交付金5.8567%（架空）',
    9,
    'home',
    HUNDRED_MILLION,
    58_567,
    [20_000_000, 5_856_700, 12_500_000, 12_500_000, 27_000_000, 22_143_300],
  ),
  asked(
    '施設等1億円、調整交付金5.8567%（架空）',
    9,
    'facility',
    HUNDRED_MILLION,
    58_567,
    [15_000_000, 5_856_700, 17_500_000, 12_500_000, 27_000_000, 22_143_300],
  ),
  asked(
    '総合事業1億円、調整交付金5%（架空）',
    9,
    'general',
    HUNDRED_MILLION,
    50_000,
    [20_000_000, 5_000_000, 12_500_000, 12_500_000, 27_000_000, 23_000_000],
  ),
  asked(
    '調整交付金がない市町村は、第1号が5%を余分に負担する（架空）',
    9,
    'home',
    HUNDRED_MILLION,
    0,
    [20_000_000, 0, 12_500_000, 12_500_000, 27_000_000, 28_000_000],
  ),
  asked(
    '割り切れない額は四捨五入し、差額を第1号に寄せる（架空）',
    9,
    'home',
    1003,
    58_567,
    [201, 59, 125, 125, 271, 222],
  ),
  asked(
    '第3期の居宅等（架空）',
    3,
    'home',
    HUNDRED_MILLION,
    50_000,
    [20_000_000, 5_000_000, 12_500_000, 12_500_000, 31_000_000, 19_000_000],
  ),
  asked(
    '第10期の施設等、仮の割合（架空）',
    10,
    'facility',
    HUNDRED_MILLION,
    50_000,
    [15_000_000, 5_000_000, 17_500_000, 12_500_000, 27_000_000, 23_000_000],
  ),
  ...COMPREHENSIVE.map(([period, nation, quarter, category1]) =>
    asked(
      `第${period}期の包括的支援・任意事業1億円（架空）`,
      period,
      'comprehensive',
      HUNDRED_MILLION,
      null,
      [nation, 0, quarter, quarter, 0, category1],
    ),
  ),
  asked(
    '交付金の割合がちょうど第1号の割合＋5%なら、第1号は0円（架空）',
    9,
    'home',
    HUNDRED_MILLION,
    280_000,
    [20_000_000, 28_000_000, 12_500_000, 12_500_000, 27_000_000, 0],
  ),
  asked(
    '四捨五入では第1号が1円足りなくなるので、切り上げた端数の大きい都道府県（0.5円）を切り捨てる（架空）',
    9,
    'home',
    4,
    280_000,
    [1, 1, 0, 1, 1, 0],
  ),
  refused(
    '交付金の割合が第1号の割合＋5%を超える',
    { grantPerMillion: 280_001 },
    'grant-above',
    'grantPerMillion',
  ),
  refused('調整交付金の割合がない', { grantPerMillion: null }, 'grant-missing', 'grantPerMillion'),
  refused(
    '包括的支援事業に調整交付金はない',
    { group: 'comprehensive' },
    'grant-not-paid',
    'grantPerMillion',
  ),
  refused(
    '第2期に地域支援事業はない',
    { period: 2, group: 'comprehensive', grantPerMillion: null },
    'no-programme',
    'period',
  ),
  refused('第2期の給付費の割合は持っていない', { period: 2 }, 'no-value-in-force', ''),
]
