import { z } from 'zod'
import { defineRule, persons, refuse } from '../../../platform/computation/index.ts'
import { product } from '../../../platform/exact/index.ts'

export const rule = defineRule({
  id: 'ANL-11',
  title: '供給の余力の目安',
  group: '地域分析',
  meaning:
    '介護に働く人の数が生産年齢人口と同じ割合で変わるとしたら、要介護1以上の方への支援のほかに、要支援の方を支える余力がどれだけあるかの目安です。',
  formula:
    '余力＝基準年の認定者数×（その年の生産年齢人口÷基準年の生産年齢人口）−その年の要介護1以上の人数（1人未満は切捨て）',
  source: { text: '中長期推計の実務で使われる目安（二次資料）' },
  confidence: 'secondary',
  limits:
    '働く人の数は生産年齢人口だけでは決まりません。目安で、必要な職員の数ではありません。マイナスは、要介護1以上の方だけでも基準年の支え方を超えることを表します。',
  parameters: {},
  input: z.strictObject({
    baseCertified: persons('基準年の認定者数'),
    baseWorkingAge: persons('基準年の生産年齢人口', { help: '15〜64歳' }),
    workingAge: persons('その年の生産年齢人口', { help: '15〜64歳' }),
    care1AndOver: persons('その年の要介護1以上の人数'),
  }),
  compute({ baseCertified, baseWorkingAge, workingAge, care1AndOver }, { note, round }) {
    if (baseWorkingAge === 0)
      refuse('no-base', 'baseWorkingAge', '基準年の生産年齢人口: 0人では割れません。人口を確かめてください。')
    const exact = { over: product(baseCertified, workingAge), under: baseWorkingAge }
    const supportable = round('支えられる人数', exact, 'down', 1, '人')
    note?.({
      label: '支えられる人数',
      formula: '基準年の認定者数×生産年齢人口の変化',
      inputs: {
        基準年の認定者数: baseCertified,
        基準年の生産年齢人口: baseWorkingAge,
        その年の生産年齢人口: workingAge,
      },
      value: supportable,
      unit: '人',
    })
    const capacity = supportable - care1AndOver
    note?.({
      label: '余力',
      formula: '支えられる人数−要介護1以上の人数',
      inputs: { 支えられる人数: supportable, 要介護1以上: care1AndOver },
      value: capacity,
      unit: '人',
    })
    return { supportable, capacity }
  },
  cases: [
    {
      title: '認定1,000人、生産年齢人口が9割になり、要介護1以上が700人なら、200人',
      on: '2026-04-01',
      input: { baseCertified: 1000, baseWorkingAge: 20_000, workingAge: 18_000, care1AndOver: 700 },
      value: { supportable: 900, capacity: 200 },
    },
    {
      title: 'マイナスになることもある。端数は切り捨てる',
      on: '2026-04-01',
      input: { baseCertified: 100, baseWorkingAge: 3, workingAge: 2, care1AndOver: 70 },
      value: { supportable: 66, capacity: -4 },
    },
    {
      title: '基準年の人口が0なら断る',
      on: '2026-04-01',
      input: { baseCertified: 100, baseWorkingAge: 0, workingAge: 2, care1AndOver: 70 },
      refused: { code: 'no-base', path: 'baseWorkingAge' },
    },
  ],
})
