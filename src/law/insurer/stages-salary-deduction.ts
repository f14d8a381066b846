import type { Dated } from '../types.ts'

export interface SalaryDeductionRule {
  /** the deduction that the tax amendment brought, the same for every salary affected */
  newDeductionYen: number
  /** the deduction before: revenue × perMille ÷ 1000 ＋ plusYen, up to and including `upToYen` of revenue */
  oldBands: readonly { upToYen: number; perMille: number; plusYen: number }[]
  /** salary revenue affected: from this */
  affectedFromYen: number
  /** to below this */
  affectedBelowYen: number
}

/** 令和8年度の保険料に限り、給与所得控除の引上げがなかったものとする特例の額。 */
export const oldSalaryDeduction: Dated<SalaryDeductionRule> = {
  id: 'insurer.stages.salary-deduction',
  title: '令和8年度の保険料の特例（給与所得控除を改正前とする）',
  unit: '円、‰',
  labels: {
    newDeductionYen: '改正後の控除額（円）',
    oldBands: '改正前の控除の式',
    upToYen: '給与収入（以下、円）',
    perMille: '収入に対する割合（‰）',
    plusYen: '加える額（円）',
    affectedFromYen: '対象の給与収入（以上、円）',
    affectedBelowYen: '対象の給与収入（未満、円）',
  },
  history: [
    {
      from: '2026-04-01',
      to: '2027-03-31',
      value: {
        newDeductionYen: 650_000,
        oldBands: [
          { upToYen: 1_625_000, perMille: 0, plusYen: 550_000 },
          { upToYen: 1_800_000, perMille: 400, plusYen: -100_000 },
          { upToYen: 1_900_000, perMille: 300, plusYen: 80_000 },
        ],
        affectedFromYen: 551_000,
        affectedBelowYen: 1_900_000,
      },
      source: {
        text: '介護保険法施行令附則第24条（介護保険最新情報Vol.1449・Vol.1465、薩摩川内市・石岡市・宇佐市の公表による）',
        url: 'https://www.city.satsumasendai.lg.jp/soshiki/1019/4/3/1/18785.html',
      },
      confidence: 'seen',
      note: '改正前の控除額の式は薩摩川内市の公表する表です。所得税法別表第五の4,000円刻みは含みません。',
    },
  ],
  checkedOn: '2026-11-22',
}
