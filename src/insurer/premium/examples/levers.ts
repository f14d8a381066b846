import type { RuleCase } from '../../../platform/computation/index.ts'

interface Asked {
  period: number
  standardBenefitYen: number
  generalProjectYen: number
  comprehensiveSupportYen: number
  adjustmentGrantExpectedYen: number
  fundDrawYen?: number
  collectionRatePerMyriad: number
  adjustedInsuredTenths: number
  totalBenefitYen: number
}
const on = '2024-04-01'
const ooyuki: Asked = {
  period: 9,
  standardBenefitYen: 9_519_211_524,
  generalProjectYen: 331_098_000, // solved from 調整交付金相当額 492,515,476 = （給付費＋総合事業費）×5%
  comprehensiveSupportYen: 262_560_000,
  adjustmentGrantExpectedYen: 726_507_000,
  fundDrawYen: 40_000_000,
  collectionRatePerMyriad: 9900,
  adjustedInsuredTenths: 268_710,
  totalBenefitYen: 8_905_234_000,
}
const part = (label: string, amountYen: number, hundredths: number) => ({ label, amountYen, hundredths })
const lever = (name: string, label: string, changeHundredths: number) => ({
  lever: name,
  label,
  changeHundredths,
})

/** No grant, nobody fails to pay, 1,000 adjusted persons: one yen of need is 1/12,000 yen of a month. */
const small: Asked = {
  period: 9,
  standardBenefitYen: 120_000_000,
  generalProjectYen: 0,
  comprehensiveSupportYen: 0,
  adjustmentGrantExpectedYen: 0,
  collectionRatePerMyriad: 10_000,
  adjustedInsuredTenths: 10_000,
  totalBenefitYen: 120_000_000,
}
const byPeriod = (
  period: number,
  share: number,
  levers: readonly [number, number, number, number],
): RuleCase<Asked> => ({
  title: `第${period}期の負担割合（架空）`,
  on,
  input: { ...small, period, adjustmentGrantExpectedYen: 3_000_000 },
  value: {
    monthlyExactHundredths: share + 50_000 - 25_000,
    parts: [
      part('第1号被保険者負担分相当額', share * 120, share),
      part('調整交付金相当額', 6_000_000, 50_000),
      part('調整交付金見込額', -3_000_000, -25_000),
      ...['財政安定化基金', '推進交付金等', '市町村特別給付費等', '準備基金取崩額'].map((label) =>
        part(label, 0, 0),
      ),
    ],
    roundingHundredths: 0,
    levers: [
      lever('share', '第1号負担割合が上がったとき', levers[0]),
      lever('benefit', '総給付費が増えたとき', levers[1]),
      lever('collection', '予定収納率が下がったとき', levers[2]),
      lever('factor', '補正係数の積（F×G）が上がったとき', levers[3]),
    ],
  },
})

/** 大雪 without a draw, had it (nearly) no grant: so much younger or richer than the nation that the rate is at its floor of 0 %. */
const lowGrant = (
  title: string,
  grantYen: number,
  [monthly, ofGrant]: readonly [number, number],
  levers: readonly [number, number, number, number],
): RuleCase<Asked> => ({
  title: `${title}（大雪地区広域連合 第9期の額から、架空の調整交付金）`,
  on,
  input: { ...ooyuki, fundDrawYen: 0, adjustmentGrantExpectedYen: grantYen },
  value: {
    monthlyExactHundredths: monthly,
    parts: [
      part('第1号被保険者負担分相当額', 2_325_959_991, 728_621),
      part('調整交付金相当額', 492_515_476, 154_284),
      part('調整交付金見込額', 0 - grantYen, ofGrant),
      ...['財政安定化基金', '推進交付金等', '市町村特別給付費等', '準備基金取崩額'].map((label) =>
        part(label, 0, 0),
      ),
    ],
    roundingHundredths: 0,
    levers: [
      lever('share', '第1号負担割合が上がったとき', levers[0]),
      lever('benefit', '総給付費が増えたとき', levers[1]),
      lever('collection', '予定収納率が下がったとき', levers[2]),
      lever('factor', '補正係数の積（F×G）が上がったとき', levers[3]),
    ],
  },
})

export const leverCases: RuleCase<Asked>[] = [
  {
    title: '大雪地区広域連合 第9期',
    on,
    input: ooyuki,
    value: {
      monthlyExactHundredths: 642_792,
      parts: [
        part('第1号被保険者負担分相当額', 2_325_959_991, 728_621),
        part('調整交付金相当額', 492_515_476, 154_284),
        part('調整交付金見込額', -726_507_000, -227_583),
        part('財政安定化基金', 0, 0),
        part('推進交付金等', 0, 0),
        part('市町村特別給付費等', 0, 0),
        part('準備基金取崩額', -40_000_000, -12_530),
      ],
      roundingHundredths: 0,
      levers: [
        lever('share', '第1号負担割合が上がったとき', 28_492),
        lever('benefit', '総給付費が増えたとき', 5_753),
        lever('collection', '予定収納率が下がったとき', 6_559),
        lever('factor', '補正係数の積（F×G）が上がったとき', 7_097),
      ],
    },
    source: { text: '大雪地区広域連合 第9期介護保険事業計画（計画作成者の公開の作業記録による転記）' },
    isSecondary: true,
  },
  lowGrant('調整交付金が見込めなければ、係数が上がっても0円のまま', 0, [882_905, 0], [31_679, 7811, 9009, 0]),
  lowGrant(
    '調整交付金は、見込額より多くは減らない',
    20_000_000,
    [876_640, -6265],
    [37_944, 7754, 8945, 6265],
  ),
  {
    title: '給付費も総合事業費もない（架空）',
    on,
    input: {
      ...small,
      standardBenefitYen: 0,
      totalBenefitYen: 0,
      comprehensiveSupportYen: 120_000_000,
    },
    value: {
      monthlyExactHundredths: 230_000,
      parts: [
        part('第1号被保険者負担分相当額', 27_600_000, 230_000),
        ...[
          '調整交付金相当額',
          '調整交付金見込額',
          '財政安定化基金',
          '推進交付金等',
          '市町村特別給付費等',
          '準備基金取崩額',
        ].map((label) => part(label, 0, 0)),
      ],
      roundingHundredths: 0,
      levers: [
        lever('share', '第1号負担割合が上がったとき', 10_000),
        lever('benefit', '総給付費が増えたとき', 0),
        lever('collection', '予定収納率が下がったとき', 2323),
        lever('factor', '補正係数の積（F×G）が上がったとき', 0),
      ],
    },
  },
  {
    title: '給付費も総合事業費もないのに、調整交付金を1円見込む',
    on,
    input: {
      ...small,
      standardBenefitYen: 0,
      totalBenefitYen: 0,
      comprehensiveSupportYen: 120_000_000,
      adjustmentGrantExpectedYen: 1,
    },
    refused: { code: 'grant-above-share', path: 'adjustmentGrantExpectedYen' },
  },
  {
    title: '調整交付金が、第1号負担割合と5%の合計を1円超える',
    on,
    input: { ...small, comprehensiveSupportYen: 120_000_000, adjustmentGrantExpectedYen: 33_600_001 },
    refused: { code: 'grant-above-share', path: 'adjustmentGrantExpectedYen' },
  },
  byPeriod(1, 170_000, [11_471, 1950, 1970, 1700]),
  byPeriod(2, 180_000, [11_389, 2050, 2071, 1800]),
  byPeriod(3, 190_000, [11_316, 2150, 2172, 1900]),
  byPeriod(4, 200_000, [11_250, 2250, 2273, 2000]),
  byPeriod(5, 210_000, [11_190, 2350, 2374, 2100]),
  byPeriod(6, 220_000, [11_136, 2450, 2475, 2200]),
  byPeriod(7, 230_000, [11_087, 2550, 2576, 2300]),
  byPeriod(10, 230_000, [11_087, 2550, 2576, 2300]),
  {
    title: '総給付費が標準給付費より1円多い',
    on,
    input: { ...small, totalBenefitYen: 120_000_001 },
    refused: { code: 'benefit-above-standard', path: 'totalBenefitYen' },
  },
  {
    title: '収納率が動かす幅と同じ',
    on,
    input: { ...small, collectionRatePerMyriad: 100 },
    refused: { code: 'collection-too-low', path: 'collectionRatePerMyriad' },
  },
]
