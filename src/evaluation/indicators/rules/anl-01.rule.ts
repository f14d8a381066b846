import { z } from 'zod'
import { day, defineRule, persons, refuse } from '../../../platform/computation/index.ts'
import { product } from '../../../platform/exact/index.ts'
import { together } from './compute.ts'

const LIGHT = ['support1', 'support2', 'care1', 'care2'] as const
const HEAVY = ['care3', 'care4', 'care5'] as const
const WORDS = {
  support1: '要支援1',
  support2: '要支援2',
  care1: '要介護1',
  care2: '要介護2',
  care3: '要介護3',
  care4: '要介護4',
  care5: '要介護5',
} as const
const level = (name: keyof typeof WORDS) =>
  persons(WORDS[name])
    .nullable()
    .meta({
      title: WORDS[name],
      unit: '人',
      description: `${WORDS[name]}の第1号被保険者（人）。分からなければ null`,
    })

export const rule = defineRule({
  id: 'ANL-01',
  title: '認定率',
  group: '地域分析',
  meaning:
    '第1号被保険者のうち、要支援・要介護の認定を受けている方の割合です。軽度（要支援1〜要介護2）と重度（要介護3〜5）にも分けます。',
  formula: '第1号被保険者の認定者数÷第1号被保険者数×100、小数第1位まで（四捨五入）',
  source: { text: '介護保険事業状況報告（認定率の定義）' },
  confidence: 'recalled',
  limits:
    '第2号被保険者の認定者は入れません。分子と分母は同じ日のものです。年齢構成の違いは調整しません（ANL-02）。',
  parameters: {},
  input: z.strictObject({
    asOf: day('人数の時点'),
    insured: persons('第1号被保険者数'),
    certified: z
      .strictObject({
        support1: level('support1'),
        support2: level('support2'),
        care1: level('care1'),
        care2: level('care2'),
        care3: level('care3'),
        care4: level('care4'),
        care5: level('care5'),
      })
      .meta({ title: '認定者数', description: '第1号被保険者の要介護度別の人数' }),
  }),
  compute({ asOf, insured, certified }, { note, round }) {
    const groups = [
      ['ratePerMille', '認定率', [...LIGHT, ...HEAVY]],
      ['lightRatePerMille', '軽度認定率', LIGHT],
      ['heavyRatePerMille', '重度認定率', HEAVY],
    ] as const
    const all = Object.values(certified).reduce<number>((sum, one) => sum + (one ?? 0), 0)
    if (all > insured)
      refuse(
        'certified-above-insured',
        'certified',
        '認定者数: 第1号被保険者数より多くなっています。第2号被保険者が入っていないか確かめてください。',
      )
    const rates = groups.map(([key, label, levels]) => {
      const counted = together(certified, levels)
      const exact = { over: product(counted ?? 0, 1000), under: insured }
      const perMille = counted === null || insured === 0 ? null : round(label, exact, 'half-up', 1, '‰')
      note?.({
        label,
        formula: '認定者数÷第1号被保険者数',
        inputs: { 認定者数: counted, 第1号被保険者数: insured, 時点: asOf },
        value: perMille === null ? null : perMille / 10,
        unit: '%',
      })
      return [key, perMille] as const
    })
    return { ...(Object.fromEntries(rates) as Record<(typeof groups)[number][0], number | null>), asOf }
  },
  cases: [
    {
      title: '1,000人のうち183人なら18.3%',
      on: '2026-04-01',
      input: {
        asOf: '2026-03-31',
        insured: 1000,
        certified: { support1: 20, support2: 30, care1: 40, care2: 35, care3: 25, care4: 20, care5: 13 },
      },
      value: { ratePerMille: 183, lightRatePerMille: 125, heavyRatePerMille: 58, asOf: '2026-03-31' },
    },
    {
      title: '四捨五入: 0.05%は0.1%',
      on: '2026-04-01',
      input: {
        asOf: '2026-03-31',
        insured: 2000,
        certified: { support1: 1, support2: 0, care1: 0, care2: 0, care3: 0, care4: 0, care5: 0 },
      },
      value: { ratePerMille: 1, lightRatePerMille: 1, heavyRatePerMille: 0, asOf: '2026-03-31' },
    },
    {
      title: '一つの要介護度が分からなければ、その率は分からない',
      on: '2026-04-01',
      input: {
        asOf: '2026-03-31',
        insured: 1000,
        certified: { support1: null, support2: 30, care1: 40, care2: 35, care3: 25, care4: 20, care5: 13 },
      },
      value: { ratePerMille: null, lightRatePerMille: null, heavyRatePerMille: 58, asOf: '2026-03-31' },
    },
    {
      title: '被保険者がいなければ、率は0ではなく、ない',
      on: '2026-04-01',
      input: {
        asOf: '2026-03-31',
        insured: 0,
        certified: { support1: 0, support2: 0, care1: 0, care2: 0, care3: 0, care4: 0, care5: 0 },
      },
      value: { ratePerMille: null, lightRatePerMille: null, heavyRatePerMille: null, asOf: '2026-03-31' },
    },
    {
      title: '認定者が被保険者より多ければ断る',
      on: '2026-04-01',
      input: {
        asOf: '2026-03-31',
        insured: 10,
        certified: { support1: 11, support2: 0, care1: 0, care2: 0, care3: 0, care4: 0, care5: 0 },
      },
      refused: { code: 'certified-above-insured', path: 'certified' },
    },
  ],
})
