import type { z } from 'zod'
import type { RuleCase } from '../../../platform/computation/index.ts'
import type { checkInput } from '../rules/check-fields.ts'

type Asked = z.input<typeof checkInput>
const only = (totalYen: number) => ({ totalYen })
const SECONDARY = '計画作成者の公開の作業記録による転記'

const ooyuki: Asked = {
  period: 9,
  standardBenefit: only(9_519_211_524),
  communitySupport: only(593_658_000),
  firstInsuredShareYen: 2_325_959_991,
  adjustmentGrantEquivalentYen: 492_515_476,
  adjustmentGrantExpectedYen: 726_507_000,
  grantRatesPerMyriad: [751, 743, 719],
  fundDrawYen: 40_000_000,
  needYen: 2_051_968_467,
  collectionRatePerMyriad: 9900,
  adjustedInsuredTenths: 268_710,
  insuredPersons: 27_724,
  monthlyHundredths: 642_800,
  monthlyAdoptedYen: 6400,
  adopt: { unitYen: 100, direction: 'half-up', roundOn: 'monthly' },
}
/** As printed, with the plain head count standing where the adjusted persons belong. */
export const kawasaki: Asked = {
  period: 9,
  standardBenefit: only(3_294_553_410),
  communitySupport: only(91_560_000),
  generalProject: only(25_560_000),
  firstInsuredShareYen: 778_806_084,
  adjustmentGrantEquivalentYen: 166_005_671,
  adjustmentGrantExpectedYen: 129_349_000,
  incentiveGrantYen: 10_800_000,
  needBeforeDrawYen: 804_662_755,
  fundDrawYen: 78_000_000,
  fundBalanceYen: 131_700_000,
  needYen: 712_662_755,
  collectionRatePerMyriad: 9600,
  adjustedInsuredTenths: 98_750,
  insuredPersons: 9875,
  monthlyHundredths: 650_800,
  monthlyAdoptedYen: 6500,
  annualAdoptedYen: 78_000,
  adopt: { unitYen: 100, direction: 'down', roundOn: 'monthly' },
}

/** Invented; every line of it agrees with the others. */
export const sound: Asked = {
  period: 9,
  benefitParts: [
    { label: '総給付費', totalYen: 990_000_000 },
    { label: '高額介護サービス費等', totalYen: 10_000_000 },
  ],
  standardBenefit: { totalYen: 1_000_000_000, yearsYen: [330_000_000, 333_000_000, 337_000_000] },
  communitySupport: { totalYen: 50_000_000, yearsYen: [16_000_000, 17_000_000, 17_000_000] },
  generalProject: only(20_000_000),
  sumYearsYen: [346_000_000, 350_000_000, null],
  firstInsuredShareYen: 241_500_000,
  adjustmentGrantEquivalentYen: 51_000_000,
  adjustmentGrantExpectedYen: 50_000_000,
  grantRatesPerMyriad: [500, 490, 480],
  elderlyFactorsPerMyriad: [10_000, 10_043, 10_087],
  incomeFactorsPerMyriad: [10_000, 10_000, 10_000],
  stabilisationFundYen: 0,
  incentiveGrantYen: 0,
  municipalSpecialYen: 0,
  needBeforeDrawYen: 242_500_000,
  fundDrawYen: 2_500_000,
  fundBalanceYen: 2_500_000,
  needYen: 240_000_000,
  collectionRatePerMyriad: 9600,
  insuredPersons: 3100,
  stages: [
    { stage: 1, ratioPerMille: 500, persons: 200 },
    { stage: 2, ratioPerMille: 1000, persons: 2900 },
  ],
  adjustedInsuredTenths: 30_000,
  monthlyHundredths: 694_400, // 240,000,000 ÷ 0.96 ÷ 3,000 ÷ 12 = 6,944.44
  monthlyAdoptedYen: 6940,
  annualAdoptedYen: 83_280,
  adopt: { unitYen: 10, direction: 'down', roundOn: 'monthly' },
  stageTable: {
    baseAnnualYen: 83_280,
    rounding: { unitYen: 10, direction: 'down' },
    roundOn: 'annual',
    rows: [
      { stage: 1, ratioPerMille: 285, annualYen: 23_730 }, // 23,734.8
      { stage: 5, ratioPerMille: 1000, annualYen: 83_280 },
    ],
  },
  users: {
    levels: [
      { level: '要介護4', certified: 100, facility: 60, residential: 40 },
      { level: '要介護5', certified: 90, facility: 50, residential: 10 },
    ],
    totals: { certified: 190, facility: 110, residential: 50 },
  },
  generalProjectYears: [
    { label: '令和6年度', spentYen: 7_000_000, capYen: 7_000_000, approvedExcessYen: null },
    { label: '令和7年度', spentYen: 7_500_000, capYen: 7_000_000, approvedExcessYen: 500_000 },
  ],
}
const soundValue = {
  checkCount: 35,
  notChecked: [],
  warnings: [],
  needBeforeDrawYen: 242_500_000,
  needYen: 240_000_000,
  monthlyExactHundredths: 694_444,
}

const on = '2024-04-01'
const refused = (title: string, change: Partial<Asked>, code: string, path: string): RuleCase<Asked> => ({
  title: `${title}（架空）`,
  on,
  input: { ...sound, ...change },
  refused: { code, path },
})
const allowed = (title: string, change: Partial<Asked>, value: object = {}): RuleCase<Asked> => ({
  title: `${title}（架空）`,
  on,
  input: { ...sound, ...change },
  value: { ...soundValue, ...value },
})
const years = (one: number, two: number, three: number) => ({
  totalYen: 1_000_000_000,
  yearsYen: [one, two, three],
})

/** 第1号負担分 alone, by period: 23 % fits from the seventh on. */
const shareOnly = (period: number): Asked => ({
  period,
  standardBenefit: only(1_000_000_000),
  communitySupport: only(0),
  firstInsuredShareYen: 230_000_000,
})
const ALL = Array.from({ length: 12 }, (_, at) => `VAL-${String(at + 1).padStart(2, '0')}`)
const except = (...ids: string[]) => ALL.filter((id) => id !== 'VAL-12' && !ids.includes(id))

export const premiumCheckCases: RuleCase<Asked>[] = [
  {
    title: '大雪地区広域連合 第9期: 食い違いはない',
    on,
    input: ooyuki,
    value: {
      checkCount: 12,
      notChecked: ['VAL-01', 'VAL-05', 'VAL-09', 'VAL-10', 'VAL-11'],
      warnings: [],
      needBeforeDrawYen: 2_091_968_467,
      needYen: 2_051_968_467,
      monthlyExactHundredths: 642_792,
    },
    source: { text: `大雪地区広域連合 第9期介護保険事業計画（${SECONDARY}）` },
    isSecondary: true,
  },
  {
    title: '大雪地区広域連合 第9期: 基準額（6,427.92円）が小数第1位まで印刷されていたとき',
    on,
    input: {
      period: 9,
      needYen: 2_051_968_467,
      collectionRatePerMyriad: 9900,
      adjustedInsuredTenths: 268_710,
      monthlyHundredths: 642_790,
    },
    value: {
      checkCount: 2,
      notChecked: except('VAL-06', 'VAL-08'),
      warnings: [],
      needBeforeDrawYen: null,
      needYen: 2_051_968_467,
      monthlyExactHundredths: 642_792,
    },
    source: { text: `大雪地区広域連合 第9期介護保険事業計画（${SECONDARY}）` },
    isSecondary: true,
  },
  {
    title: '川崎町 第9期: 取崩しの前後で14,000,000円合わず、補正前の人数が補正後の欄にある',
    on,
    input: kawasaki,
    refused: { code: 'VAL-04 NEED', path: 'needYen' },
    source: { text: `川崎町 第9期介護保険事業計画（${SECONDARY}）` },
    isSecondary: true,
  },
  allowed('すべての項目が合う', {}),
  ...[1, 2, 3, 4, 5, 6].map(
    (period): RuleCase<Asked> => ({
      title: `第${period}期: 負担割合が違う（架空）`,
      on,
      input: shareOnly(period),
      refused: { code: 'VAL-02 C', path: 'firstInsuredShareYen' },
    }),
  ),
  ...[7, 9, 10].map(
    (period): RuleCase<Asked> => ({
      title: `第${period}期: 負担割合が合う（架空）`,
      on,
      input: shareOnly(period),
      value: {
        checkCount: period === 10 ? 2 : 1,
        notChecked: except('VAL-02'),
        warnings:
          period === 10
            ? [
                {
                  path: 'acknowledged',
                  code: 'VAL-12 PROVISIONAL.insurer.premium.first-insured-share',
                  message: '第1号被保険者負担割合（α）: 仮置きの値です。計画を決定する前に確認が要ります。',
                },
              ]
            : [],
        needBeforeDrawYen: null,
        needYen: null,
        monthlyExactHundredths: null,
      },
    }),
  ),
  // VAL-01
  allowed(
    '年度の合計が3円違う（1項目1円まで）',
    { standardBenefit: years(330_000_003, 333_000_000, 337_000_000), sumYearsYen: null },
    { checkCount: 33 },
  ),
  refused(
    '年度の合計が4円違う',
    { standardBenefit: years(330_000_004, 333_000_000, 337_000_000), sumYearsYen: null },
    'VAL-01 YEARSUM.standardBenefit',
    'standardBenefit.totalYen',
  ),
  refused(
    '内訳の合計が3円違う',
    {
      benefitParts: [
        { label: '総給付費', totalYen: 999_999_997 },
        { label: '高額', totalYen: 0 },
      ],
    },
    'VAL-01 A.total',
    'standardBenefit.totalYen',
  ),
  refused(
    '標準給付費と地域支援事業費の計が3円違う',
    { sumYearsYen: [346_000_003, 350_000_000, null] },
    'VAL-01 AB.year1',
    'sumYearsYen.0',
  ),
  // VAL-02
  allowed('負担分が1円違う', { firstInsuredShareYen: 241_500_001, needBeforeDrawYen: 242_500_000 }),
  refused('負担分が2円違う', { firstInsuredShareYen: 241_500_002 }, 'VAL-02 C', 'firstInsuredShareYen'),
  refused(
    '総合事業費が地域支援事業費と同じ',
    { generalProject: only(50_000_000) },
    'VAL-02 G1',
    'generalProject.totalYen',
  ),
  refused(
    '調整交付金相当額に包括的支援事業を入れた',
    { adjustmentGrantEquivalentYen: 52_500_000, needBeforeDrawYen: null, needYen: null, fundDrawYen: 0 },
    'VAL-02 E',
    'adjustmentGrantEquivalentYen',
  ),
  // VAL-03
  refused(
    '交付割合が係数と合わない',
    { grantRatesPerMyriad: [501, 490, 480] },
    'VAL-03 X.rate1',
    'grantRatesPerMyriad.0',
  ),
  refused(
    '見込額が割合の範囲の上にある',
    { adjustmentGrantExpectedYen: 51_060_000, needBeforeDrawYen: 241_440_000, fundDrawYen: 1_440_000 },
    'VAL-03 X.range',
    'adjustmentGrantExpectedYen',
  ),
  refused(
    '割合の単位を誤った',
    { grantRatesPerMyriad: [1501, 490, 480], elderlyFactorsPerMyriad: null },
    'VAL-03 X.limit1',
    'grantRatesPerMyriad.0',
  ),
  // VAL-04 to 06
  {
    title: '大雪地区広域連合 第9期: 取崩額が印刷されていなければ、取崩しの前と後の差は取崩額とみる',
    on,
    input: { period: 9, needBeforeDrawYen: 2_091_968_467, needYen: 2_051_968_467 },
    value: {
      checkCount: 1,
      notChecked: except('VAL-04'),
      warnings: [],
      needBeforeDrawYen: 2_091_968_467,
      needYen: 2_051_968_467,
      monthlyExactHundredths: null,
    },
    source: { text: `大雪地区広域連合 第9期介護保険事業計画（${SECONDARY}）` },
    isSecondary: true,
  },
  {
    title: '取崩し後の必要額が、印刷のない取崩しの前より1円多い（架空）',
    on,
    input: { period: 9, needBeforeDrawYen: 125, needYen: 126 },
    refused: { code: 'VAL-04 NEED', path: 'needYen' },
  },
  refused('取崩しの前と後が1円合わない', { fundDrawYen: 2_499_999 }, 'VAL-04 NEED', 'needYen'),
  refused(
    '取崩し前の必要額が3円違う',
    { needBeforeDrawYen: 242_500_003, needYen: 240_000_003 },
    'VAL-04 NEED.before',
    'needBeforeDrawYen',
  ),
  refused('取崩額が残高を1円超える', { fundBalanceYen: 2_499_999 }, 'VAL-05 FUND', 'fundDrawYen'),
  refused(
    '収納率が国の基準に足りない',
    {
      collectionRatePerMyriad: 9299,
      monthlyHundredths: null,
      monthlyAdoptedYen: null,
      annualAdoptedYen: null,
    },
    'VAL-06 RATE.floor',
    'collectionRatePerMyriad',
  ),
  refused(
    '収納率が100%を超える',
    {
      collectionRatePerMyriad: 10_001,
      monthlyHundredths: null,
      monthlyAdoptedYen: null,
      annualAdoptedYen: null,
    },
    'VAL-06 RATE',
    'collectionRatePerMyriad',
  ),
  // VAL-07, 08
  refused('段階の人数の合計が1人違う', { insuredPersons: 3101 }, 'VAL-07 ADJ.heads', 'insuredPersons'),
  refused('採用した額が端数処理と合わない', { monthlyAdoptedYen: 6950 }, 'VAL-08 ADOPT', 'monthlyAdoptedYen'),
  refused(
    '印刷の基準額が1円違う',
    { monthlyHundredths: 694_600, monthlyAdoptedYen: 6940 },
    'VAL-08 PREM',
    'monthlyHundredths',
  ),
  // VAL-09 to 12
  refused(
    '段階の額が端数処理と合わない',
    {
      stageTable: {
        baseAnnualYen: 83_280,
        rounding: { unitYen: 10, direction: 'down' },
        roundOn: 'annual',
        rows: [{ stage: 1, ratioPerMille: 285, annualYen: 23_740 }],
      },
    },
    'VAL-09 STAGE.1',
    'stageTable.rows.0.annualYen',
  ),
  refused(
    '施設と居住系の利用者が認定者を1人超える',
    {
      users: { levels: [{ level: '要介護4', certified: 100, facility: 60, residential: 41 }], totals: null },
    },
    'VAL-10 USERS.1',
    'users.levels.0',
  ),
  refused(
    '利用者の合計が合わない',
    {
      users: {
        levels: [{ level: '要介護4', certified: 100, facility: 60, residential: 40 }],
        totals: { certified: 101, facility: 60, residential: 40 },
      },
    },
    'VAL-10 USERS.certified',
    'users.totals.certified',
  ),
  refused(
    '総合事業費が個別協議の額を1円超える',
    {
      generalProjectYears: [
        { label: '令和7年度', spentYen: 7_500_001, capYen: 7_000_000, approvedExcessYen: 500_000 },
      ],
    },
    'VAL-11 CAP.1',
    'generalProjectYears.0',
  ),
  {
    title: '仮置きの値のまま計画を決定する（架空）',
    on,
    input: { ...shareOnly(10), isDecided: true },
    refused: { code: 'VAL-12 PROVISIONAL.insurer.premium.first-insured-share', path: 'acknowledged' },
  },
  {
    title: '仮置きの値を確認して計画を決定する（架空）',
    on,
    input: {
      ...shareOnly(10),
      isDecided: true,
      acknowledged: ['insurer.premium.first-insured-share'],
    },
    value: {
      checkCount: 2,
      notChecked: except('VAL-02'),
      warnings: [],
      needBeforeDrawYen: null,
      needYen: null,
      monthlyExactHundredths: null,
    },
  },
]
