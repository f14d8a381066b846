import type { RuleCase } from '../../../platform/computation/index.ts'

const ask = (
  standardBenefitYen: number,
  generalProjectYen: number,
  adjustmentGrantEquivalentYen: number,
) => ({
  on: '2024-04-01',
  input: { standardBenefitYen, generalProjectYen },
  value: { adjustmentGrantEquivalentYen },
})

interface Base {
  standardBenefitYen: number
  generalProjectYen: number
}
export const adjustmentEquivalentCases: RuleCase<Base>[] = [
  {
    title: '金ケ崎町 第9期',
    ...ask(3_830_766_296, 135_312_000, 198_303_915),
    source: { text: '金ケ崎町 第9期介護保険事業計画（計画作成者の公開の作業記録による転記）' },
    isSecondary: true,
  },
  {
    title: 'A町の下書き（千円単位の印刷は173,507千円）',
    ...ask(3_444_583_583, 25_560_000, 173_507_179),
    isSecondary: true,
  },
  { title: '0.5円は切り上がる', ...ask(10, 0, 1) },
  { title: '0.45円は切り捨てる', ...ask(9, 0, 0) },
]
