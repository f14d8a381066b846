import type { RuleCase } from '../../../platform/computation/index.ts'

interface Asked {
  firstInsuredShareYen: number
  adjustmentGrantEquivalentYen: number
  adjustmentGrantExpectedYen: number
  stabilisationFundYen?: number
  incentiveGrantYen?: number
  municipalSpecialYen?: number
  fundBalanceYen: number
  fundDrawYen?: number
}
const on = '2024-04-01'
const SOURCE = '計画作成者の公開の作業記録による転記'
const small = { firstInsuredShareYen: 100, adjustmentGrantEquivalentYen: 20, adjustmentGrantExpectedYen: 30 }
const pattern = (drawYen: number, needYen: number, balanceAfterYen: number) => ({
  drawYen,
  needYen,
  balanceAfterYen,
})

export const needCases: RuleCase<Asked>[] = [
  {
    title: '大雪地区広域連合 第9期（残高は取崩額と同じと置く）',
    on,
    input: {
      firstInsuredShareYen: 2_325_959_991,
      adjustmentGrantEquivalentYen: 492_515_476,
      adjustmentGrantExpectedYen: 726_507_000,
      fundBalanceYen: 40_000_000,
      fundDrawYen: 40_000_000,
    },
    value: {
      needBeforeDrawYen: 2_091_968_467,
      needYen: 2_051_968_467,
      balanceAfterYen: 0,
      patterns: [
        pattern(0, 2_091_968_467, 40_000_000),
        pattern(20_000_000, 2_071_968_467, 20_000_000),
        pattern(40_000_000, 2_051_968_467, 0),
      ],
    },
    source: { text: `大雪地区広域連合 第9期介護保険事業計画（${SOURCE}）` },
    isSecondary: true,
  },
  {
    title: '安定化基金、推進交付金等、特別給付等のすべて（架空）、奇数の残高',
    on,
    input: {
      ...small,
      stabilisationFundYen: 4,
      incentiveGrantYen: 8,
      municipalSpecialYen: 16,
      fundBalanceYen: 11,
      fundDrawYen: 1,
    },
    value: {
      needBeforeDrawYen: 102,
      needYen: 101,
      balanceAfterYen: 10,
      patterns: [pattern(0, 102, 11), pattern(5, 97, 6), pattern(11, 91, 0)],
    },
  },
  {
    title: '残高が必要額より多いときは、必要額まで（架空）',
    on,
    input: { ...small, fundBalanceYen: 1000 },
    value: {
      needBeforeDrawYen: 90,
      needYen: 90,
      balanceAfterYen: 1000,
      patterns: [pattern(0, 90, 1000), pattern(45, 45, 955), pattern(90, 0, 910)],
    },
  },
  {
    title: '残高を1円超えて取り崩す',
    on,
    input: { ...small, fundBalanceYen: 10, fundDrawYen: 11 },
    refused: { code: 'draw-above-balance', path: 'fundDrawYen' },
  },
  {
    title: '必要額を1円超えて取り崩す',
    on,
    input: { ...small, fundBalanceYen: 1000, fundDrawYen: 91 },
    refused: { code: 'draw-above-need', path: 'fundDrawYen' },
  },
  {
    title: '調整交付金が大きすぎる',
    on,
    input: { ...small, adjustmentGrantExpectedYen: 121, fundBalanceYen: 0 },
    refused: { code: 'need-below-zero', path: 'adjustmentGrantExpectedYen' },
  },
]
