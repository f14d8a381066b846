import type { RuleCase } from '../../../platform/computation/index.ts'
import type { ChainInput } from '../rules/chain.ts'

const SECONDARY = '計画作成者の公開の作業記録による転記'
const ooyuki = {
  period: 9,
  standardBenefitYen: 9_519_211_524,
  generalProjectYen: 331_098_000, // solved from 調整交付金相当額 492,515,476 = （給付費＋総合事業費）×5%
  comprehensiveSupportYen: 262_560_000,
  adjustmentGrantExpectedYen: 726_507_000,
  fundDrawYen: 40_000_000,
  collectionRatePerMyriad: 9900,
  adjustedInsuredTenths: 268_710,
  adopt: { unitYen: 100, direction: 'half-up' as const, roundOn: 'monthly' as const },
}
const ooyukiValue = {
  firstInsuredShareYen: 2_325_959_991,
  adjustmentGrantEquivalentYen: 492_515_476,
  needBeforeDrawYen: 2_091_968_467,
  needYen: 2_051_968_467,
  monthlyExactHundredths: 642_792,
  monthlyAdoptedYen: 6400,
  annualAdoptedYen: 76_800,
}
const small = {
  standardBenefitYen: 1_000_000_000,
  generalProjectYen: 0,
  comprehensiveSupportYen: 0,
  adjustmentGrantExpectedYen: 50_000_000,
  collectionRatePerMyriad: 10_000,
  adjustedInsuredTenths: 30_000,
  adopt: { unitYen: 1, direction: 'down' as const, roundOn: 'monthly' as const },
}
const smallValue = (firstInsuredShareYen: number, monthlyExactHundredths: number) => ({
  firstInsuredShareYen,
  adjustmentGrantEquivalentYen: 50_000_000,
  needBeforeDrawYen: firstInsuredShareYen,
  needYen: firstInsuredShareYen,
  monthlyExactHundredths,
  monthlyAdoptedYen: Math.floor(monthlyExactHundredths / 100),
  annualAdoptedYen: Math.floor(monthlyExactHundredths / 100) * 12,
})

interface Asked extends Omit<ChainInput, Optional> {
  period: number
  stabilisationFundYen?: number
  incentiveGrantYen?: number
  municipalSpecialYen?: number
  fundDrawYen?: number
}
type Optional = 'stabilisationFundYen' | 'incentiveGrantYen' | 'municipalSpecialYen' | 'fundDrawYen'

export const premiumChainCases: RuleCase<Asked>[] = [
  {
    title: '大雪地区広域連合 第9期',
    on: '2024-04-01',
    input: ooyuki,
    value: ooyukiValue,
    source: { text: `大雪地区広域連合 第9期介護保険事業計画（${SECONDARY}）` },
    isSecondary: true,
  },
  {
    title: '大雪地区広域連合 年額を10円単位で切り上げるとしたら',
    on: '2024-04-01',
    input: { ...ooyuki, adopt: { unitYen: 10, direction: 'up', roundOn: 'annual' } },
    value: { ...ooyukiValue, monthlyAdoptedYen: 6428, annualAdoptedYen: 77_140 },
  },
  {
    title: '大雪地区広域連合 端数処理なしでは1円未満を四捨五入する',
    on: '2024-04-01',
    input: { ...ooyuki, adopt: { unitYen: 100, direction: 'none', roundOn: 'monthly' } },
    value: { ...ooyukiValue, monthlyAdoptedYen: 6428, annualAdoptedYen: 77_136 },
  },
  {
    title: '金ケ崎町 第9期（補正後被保険者数は公表の基準額から逆算）',
    on: '2024-04-01',
    input: {
      period: 9,
      standardBenefitYen: 3_830_766_296,
      generalProjectYen: 135_312_000,
      comprehensiveSupportYen: 60_318_000,
      adjustmentGrantExpectedYen: 232_281_000,
      fundDrawYen: 90_000_000,
      collectionRatePerMyriad: 9977,
      adjustedInsuredTenths: 136_728,
      adopt: { unitYen: 100, direction: 'half-up', roundOn: 'monthly' },
    },
    value: {
      firstInsuredShareYen: 926_071_148,
      adjustmentGrantEquivalentYen: 198_303_915,
      needBeforeDrawYen: 892_094_063,
      needYen: 802_094_063,
      monthlyExactHundredths: 489_989,
      monthlyAdoptedYen: 4900,
      annualAdoptedYen: 58_800,
    },
    source: { text: `金ケ崎町 第9期介護保険事業計画（${SECONDARY}）` },
    isSecondary: true,
  },
  {
    title: '基金、交付金、特別給付をすべて含む（架空）',
    on: '2024-04-01',
    input: {
      period: 9,
      ...small,
      generalProjectYen: 100_000_000,
      comprehensiveSupportYen: 50_000_000,
      stabilisationFundYen: 1_000_000,
      incentiveGrantYen: 2_000_000,
      municipalSpecialYen: 4_000_000,
      fundDrawYen: 8_000_000,
    },
    value: {
      firstInsuredShareYen: 264_500_000,
      adjustmentGrantEquivalentYen: 55_000_000,
      needBeforeDrawYen: 272_500_000,
      needYen: 264_500_000,
      monthlyExactHundredths: 734_722,
      monthlyAdoptedYen: 7347,
      annualAdoptedYen: 88_164,
    },
  },
  ...(
    [
      [1, 170_000_000, 472_222],
      [2, 180_000_000, 500_000],
      [3, 190_000_000, 527_778],
      [4, 200_000_000, 555_556],
      [5, 210_000_000, 583_333],
      [6, 220_000_000, 611_111],
      [7, 230_000_000, 638_889],
      [10, 230_000_000, 638_889],
    ] as const
  ).map(([period, share, hundredths]) => ({
    title: `第${period}期の負担割合（架空）`,
    on: '2024-04-01',
    input: { period, ...small },
    value: smallValue(share, hundredths),
  })),
  {
    title: '交付金の見込みが大きすぎ、必要額が0円を下回る',
    on: '2024-04-01',
    input: { period: 9, ...small, adjustmentGrantExpectedYen: 280_000_001 },
    refused: { code: 'need-below-zero', path: 'adjustmentGrantExpectedYen' },
  },
  {
    title: '必要額がちょうど0円',
    on: '2024-04-01',
    input: { period: 9, ...small, adjustmentGrantExpectedYen: 280_000_000 },
    value: {
      firstInsuredShareYen: 230_000_000,
      adjustmentGrantEquivalentYen: 50_000_000,
      needBeforeDrawYen: 0,
      needYen: 0,
      monthlyExactHundredths: 0,
      monthlyAdoptedYen: 0,
      annualAdoptedYen: 0,
    },
  },
  {
    title: '取崩額が必要額を1円超える',
    on: '2024-04-01',
    input: { period: 9, ...small, fundDrawYen: 230_000_001 },
    refused: { code: 'draw-above-need', path: 'fundDrawYen' },
  },
]
