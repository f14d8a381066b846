import { z } from 'zod'
import { oldSalaryDeduction } from '../../../law/insurer/stages-salary-deduction.ts'
import { defineRule, yen } from '../../../platform/computation/index.ts'
import { stg07Cases } from '../examples/stg-07.ts'
import { firstDayOf, fiscalYear } from './persons.ts'
import { salaryAddition } from './salary-addition.ts'

export const rule = defineRule({
  id: 'STG-07',
  title: '令和8年度の保険料の特例（給与所得控除を改正前とする）',
  group: '所得段階',
  meaning:
    '令和8年度の保険料に限り、給与所得控除の引上げ（55万円から65万円）がなかったものとして、合計所得金額に足す額を計算します。賦課期日に住所のある方が対象です。',
  formula: '（給与収入−改正前の控除）−（給与収入−改正後の控除）。どちらも0円を下回るときは0円',
  source: {
    text: '介護保険法施行令附則第24条（介護保険最新情報Vol.1449・Vol.1465）',
    url: 'https://www.city.satsumasendai.lg.jp/soshiki/1019/4/3/1/18785.html',
  },
  confidence: 'seen',
  limits:
    '所得税法別表第五の4,000円刻みの給与所得は使わず、公表された控除額の式によります（差は数千円以内）。改正前の控除の1円未満は切り捨てます（本ソフトの決め）。住民税の課税・非課税も改正前の基準で判定しますが、その判定は計算しません。',
  parameters: { salary: oldSalaryDeduction },
  input: z.strictObject({
    fiscalYear: fiscalYear(),
    salaryRevenueYen: yen('給与収入'),
    totalIncomeYen: yen('合計所得金額（改正後）'),
  }),
  dateOf: ({ fiscalYear }) => firstDayOf(fiscalYear),
  compute({ salaryRevenueYen, totalIncomeYen }, { law, entry, note }) {
    const additionYen = salaryAddition(salaryRevenueYen, law.salary)
    const adjustedIncomeYen = totalIncomeYen + additionYen
    note?.({
      label: '特例による合計所得金額',
      formula: '合計所得金額＋足す額',
      inputs: { 給与収入: salaryRevenueYen, 合計所得金額: totalIncomeYen, 足す額: additionYen },
      value: adjustedIncomeYen,
      unit: '円',
      source: entry.salary.source,
      confidence: entry.salary.confidence,
    })
    return { additionYen, adjustedIncomeYen }
  },
  cases: stg07Cases,
})
