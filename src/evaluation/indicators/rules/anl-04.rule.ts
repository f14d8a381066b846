import { z } from 'zod'
import { defineRule, persons, yen } from '../../../platform/computation/index.ts'
import { product } from '../../../platform/exact/index.ts'

const KINDS = [
  [
    'home',
    '在宅',
    '訪問、通所、短期入所、福祉用具、住宅改修、定期巡回、小規模多機能、看護小規模多機能、居宅介護支援',
  ],
  ['residential', '居住系', '特定施設、地域密着型特定施設、グループホーム'],
  ['facility', '施設', '特別養護老人ホーム、地域密着型特養、老健、介護医療院'],
] as const

export const rule = defineRule({
  id: 'ANL-04',
  title: '第1号被保険者1人当たり給付月額',
  group: '地域分析',
  meaning: '1年の給付費を12か月と第1号被保険者数で割った額です。在宅・居住系・施設に分けます。',
  formula: '1年の給付費÷12÷第1号被保険者数、1円未満は四捨五入',
  source: { text: '地域包括ケア「見える化」システムの第1号被保険者1人当たり給付月額' },
  confidence: 'recalled',
  limits:
    '年齢構成と地域区分の違いは調整しません（ANL-05）。それぞれを丸めるので、三つの和が全体と1円違うことがあります。',
  parameters: {},
  input: z.strictObject({
    insured: persons('第1号被保険者数'),
    homeYen: yen('在宅サービスの給付費（1年）', { help: KINDS[0][2] }),
    residentialYen: yen('居住系サービスの給付費（1年）', { help: KINDS[1][2] }),
    facilityYen: yen('施設サービスの給付費（1年）', { help: KINDS[2][2] }),
  }),
  compute({ insured, ...benefit }, { note, round }) {
    const monthly = (label: string, yearYen: number): number | null => {
      const exact = { over: yearYen, under: product(12, insured) }
      const value = insured === 0 ? null : round(`${label}の1人当たり給付月額`, exact, 'half-up')
      note?.({
        label: `${label}の1人当たり給付月額`,
        formula: '1年の給付費÷12÷第1号被保険者数',
        inputs: { 給付費: yearYen, 第1号被保険者数: insured },
        value,
        unit: '円',
      })
      return value
    }
    return {
      monthlyYen: monthly('全体', benefit.homeYen + benefit.residentialYen + benefit.facilityYen),
      homeMonthlyYen: monthly('在宅', benefit.homeYen),
      residentialMonthlyYen: monthly('居住系', benefit.residentialYen),
      facilityMonthlyYen: monthly('施設', benefit.facilityYen),
    }
  },
  cases: [
    {
      title: '1,000人、2億4千万円なら月2万円',
      on: '2026-04-01',
      input: { insured: 1000, homeYen: 120_000_000, residentialYen: 24_000_000, facilityYen: 96_000_000 },
      value: {
        monthlyYen: 20_000,
        homeMonthlyYen: 10_000,
        residentialMonthlyYen: 2000,
        facilityMonthlyYen: 8000,
      },
    },
    {
      title: '0.5円は切り上げ、それより小さければ切り捨て',
      on: '2026-04-01',
      input: { insured: 1, homeYen: 6, residentialYen: 5, facilityYen: 0 },
      value: { monthlyYen: 1, homeMonthlyYen: 1, residentialMonthlyYen: 0, facilityMonthlyYen: 0 },
    },
    {
      title: '被保険者がいなければ、額は0円ではなく、ない',
      on: '2026-04-01',
      input: { insured: 0, homeYen: 6, residentialYen: 5, facilityYen: 0 },
      value: {
        monthlyYen: null,
        homeMonthlyYen: null,
        residentialMonthlyYen: null,
        facilityMonthlyYen: null,
      },
    },
  ],
})
