import { z } from 'zod'
import { defineRule, yen } from '../../../platform/computation/index.ts'

export const rule = defineRule({
  id: 'PRM-12',
  title: '市町村特別給付費・保健福祉事業費等',
  group: '保険料',
  meaning:
    '全額を第1号保険料でまかなう費用です。公費も第2号保険料も入らないので、そのまま保険料収納必要額に足します。',
  formula: '市町村特別給付費＋保健福祉事業費＋保険料減免に要する費用',
  source: { text: '介護保険法第62条・第115条の49' },
  confidence: 'recalled',
  parameters: {},
  input: z.strictObject({
    specialBenefitYen: yen('市町村特別給付費（3年の合計）'),
    welfareProjectYen: yen('保健福祉事業費（3年の合計）'),
    premiumReductionYen: yen('保険料でまかなう保険料減免の費用（3年の合計）'),
  }),
  compute({ specialBenefitYen, welfareProjectYen, premiumReductionYen }, { note }) {
    const municipalSpecialYen = specialBenefitYen + welfareProjectYen + premiumReductionYen
    note?.({
      label: '市町村特別給付費等',
      formula: '市町村特別給付費＋保健福祉事業費＋減免の費用',
      inputs: {
        市町村特別給付費: specialBenefitYen,
        保健福祉事業費: welfareProjectYen,
        減免の費用: premiumReductionYen,
      },
      value: municipalSpecialYen,
      unit: '円',
    })
    return { municipalSpecialYen }
  },
  cases: [
    {
      title: '三つの和（架空）',
      on: '2024-04-01',
      input: { specialBenefitYen: 3_000_000, welfareProjectYen: 600_000, premiumReductionYen: 400_000 },
      value: { municipalSpecialYen: 4_000_000 },
    },
  ],
})
