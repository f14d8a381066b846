import { z } from 'zod'
import { stabilisationFund } from '../../../law/insurer/premium-stabilisation-fund.ts'
import { defineRule, whole, yen } from '../../../platform/computation/index.ts'
import { contribution, fundPays, repayments } from './stabilisation.ts'
import { sumOf } from './yearly.ts'

const none = { costYen: 0, ratePerMillion: 0, previousLoanYen: 0, underCollectionYen: 0, benefitExcessYen: 0 }

export const rule = defineRule({
  id: 'PRM-10',
  title: '財政安定化基金の拠出金・償還金・交付と貸付',
  group: '保険料',
  meaning: '計画期間に入れる拠出金と償還金、期間中の不足に対する交付金と貸付金を出します。',
  formula:
    '拠出金＝（標準給付費＋地域支援事業費）×拠出率。償還金＝前期の貸付金÷3を毎年。交付金＝収納不足による不足額の1/2、残りの不足額は貸付金',
  source: { text: '介護保険法第147条' },
  confidence: 'recalled',
  limits:
    '拠出率の掛かる額（標準給付費と地域支援事業費の和）は確かめていません。拠出率は都道府県が定め、近年の例では0です。交付金の1円未満は切り捨て、償還金の割り切れない額は1年目に入れます（本ソフトの決め）。',
  parameters: { fund: stabilisationFund },
  input: z.strictObject({
    costYen: yen('標準給付費と地域支援事業費（3年の合計）'),
    ratePerMillion: whole('拠出率', '百万分の1', { max: 1000 * 1000, help: '0.04%は400。都道府県が定める' }),
    previousLoanYen: yen('前の計画期間の貸付金', { help: 'ないときは0' }),
    underCollectionYen: yen('収納不足による不足額', { help: 'ないときは0' }),
    benefitExcessYen: yen('給付費の増加による不足額', { help: 'ないときは0' }),
  }),
  compute(input, { law, entry, note, round }) {
    const { source, confidence } = entry.fund
    const contributionYen = round(
      '財政安定化基金拠出金',
      contribution(input.costYen, input.ratePerMillion),
      'half-up',
    )
    const repaymentsYen = repayments(input.previousLoanYen, law.fund.repaymentYears)
    const stabilisationFundYen = contributionYen + sumOf(repaymentsYen)
    const { grantYen, loanYen } = fundPays(input, law.fund.grantPerMille, round)
    note?.({
      label: '拠出金と償還金',
      formula: '費用×拠出率＋前期の貸付金',
      inputs: {
        費用: input.costYen,
        '拠出率（百万分の1）': input.ratePerMillion,
        前期の貸付金: input.previousLoanYen,
        償還の年数: law.fund.repaymentYears,
      },
      value: stabilisationFundYen,
      unit: '円',
      source,
      confidence,
    })
    note?.({
      label: '交付金',
      formula: '収納不足による不足額×交付の割合',
      inputs: { 収納不足による不足額: input.underCollectionYen, '割合（‰）': law.fund.grantPerMille },
      value: grantYen,
      unit: '円',
      source,
      confidence,
    })
    note?.({
      label: '貸付金',
      formula: '不足額の合計−交付金',
      inputs: { 収納不足: input.underCollectionYen, 給付費の増加: input.benefitExcessYen },
      value: loanYen,
      unit: '円',
      source,
      confidence,
    })
    return { contributionYen, repaymentsYen, stabilisationFundYen, grantYen, loanYen }
  },
  cases: [
    {
      title: '前期に1,000,000円を借り、今期は拠出金がない（架空）',
      on: '2024-04-01',
      input: { ...none, previousLoanYen: 1_000_000 },
      value: {
        contributionYen: 0,
        repaymentsYen: [333_334, 333_333, 333_333],
        stabilisationFundYen: 1_000_000,
        grantYen: 0,
        loanYen: 0,
      },
    },
    {
      title: '収納不足3,000,001円と給付増5,000,000円（架空）',
      on: '2024-04-01',
      input: { ...none, underCollectionYen: 3_000_001, benefitExcessYen: 5_000_000 },
      value: {
        contributionYen: 0,
        repaymentsYen: [0, 0, 0],
        stabilisationFundYen: 0,
        grantYen: 1_500_000,
        loanYen: 6_500_001,
      },
    },
    {
      title: '拠出率0.04%（架空）',
      on: '2024-04-01',
      input: { ...none, costYen: 1_000_001_250, ratePerMillion: 400 },
      value: {
        contributionYen: 400_001,
        repaymentsYen: [0, 0, 0],
        stabilisationFundYen: 400_001,
        grantYen: 0,
        loanYen: 0,
      },
    },
  ],
})
