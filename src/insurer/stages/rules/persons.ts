import { z } from 'zod'
import { choice, whole, yen, yesNo } from '../../../platform/computation/index.ts'
import { stageNumber } from './stage-table.ts'

const known = (title: string, help?: string) =>
  yesNo(title)
    .nullable()
    .default(null)
    .meta({ title, description: `${help ?? title}。分からないときは空（null）` })
const amount = (title: string, help?: string) =>
  yen(title)
    .nullable()
    .default(null)
    .meta({ title, unit: '円', description: `${help ?? title}（円、0円以上）。分からないときは空（null）` })

/** Fields of a person on 賦課期日, none of them names or numbers of persons. */
export const personFields = {
  publicAssistance: known('生活保護を受けている'),
  oldAgeWelfarePension: known('老齢福祉年金を受けている'),
  selfTaxed: known('本人が住民税課税'),
  householdAnyTaxed: known(
    '世帯に住民税課税の人がいる',
    '本人を含む世帯に、住民税課税の人がいる。本人が課税のときは見ない',
  ),
  pensionIncomeYen: amount('課税年金収入額'),
  totalIncomeYen: amount('合計所得金額'),
  pensionMiscIncomeYen: amount('公的年金等に係る雑所得'),
  landSpecialDeductionYen: amount('譲渡所得の特別控除額'),
  borderLayerStage: stageNumber('境界層として移された段階').nullable().default(null).meta({
    title: '境界層として移された段階',
    description: '境界層該当者として決定された段階。該当しないときは空（null）',
  }),
  taxBasisAdjustment: choice('税制改正の特例', { R8: '令和8年度の特例（給与所得控除を改正前とする）' })
    .nullable()
    .default(null)
    .meta({
      title: '税制改正の特例',
      description:
        'R8: 合計所得金額を、給与所得控除の引上げがなかったものとして計算する。使わないときは空（null）',
    }),
  salaryRevenueYen: amount('給与収入', '給与収入。税制改正の特例を使うときに要る'),
}
export const person = z.strictObject(personFields)
export type PersonInput = z.output<typeof person>

/** Western year in which the fiscal year begins: 2026 is 令和8年度. */
export const fiscalYear = (title = '年度') =>
  whole(title, '年', { min: 2000, max: 2100, help: `${title}（西暦。2026は令和8年度）` }) // number: four digits of a year

/** The day whose law holds for a premium of the year. */
export const firstDayOf = (year: number) => `${year}-04-01`
