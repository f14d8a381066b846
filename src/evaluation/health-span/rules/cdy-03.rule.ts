import { z } from 'zod'
import {
  defineRule,
  persons,
  type RuleProblem,
  RuleRefusal,
  whole,
} from '../../../platform/computation/index.ts'
import { rateOf } from './rates.ts'

export const rule = defineRule({
  id: 'CDY-03',
  title: '新規認定の要支援1率',
  group: '健康寿命',
  meaning: 'はじめて認定された方のうち、要支援1だった方の割合を年度ごとに示します。',
  formula: '要支援1率＝要支援1で初回認定された人÷初回認定の人数',
  source: { text: '本ソフトの決め（国の定義が手元にないもの）' },
  confidence: 'decided',
  limits:
    '率が上がったとき、早く相談につながったのか、サービスの量や審査の仕方が変わったのかは、この数からはわかりません。',
  parameters: {},
  input: z.strictObject({
    years: z
      .array(
        z
          .strictObject({
            fiscalYear: whole('年度', '年度', { min: 2000, max: 2100 }), // number: what a year may be
            first: persons('初回認定の人数'),
            support1: persons('要支援1で初回認定された人数'),
          })
          .meta({ title: '年度' }),
        '年度: 年度ごとの人数を並べてください。',
      )
      .min(1, '年度: 1年度以上を入力してください。')
      .max(100, '年度: 100年度までです。')
      .meta({ title: '年度ごとの人数', description: '古い年度から順に' }),
  }),
  compute({ years }, { note, round, caution }) {
    refuseImpossible(years)
    const rates = years.map(({ fiscalYear, first, support1 }) => ({
      fiscalYear,
      ratePerMyriad: rateOf(round, `${fiscalYear}年度の要支援1率`, support1, first),
    }))
    const [begin, end] = [rates[0]!.ratePerMyriad, rates.at(-1)!.ratePerMyriad]
    const changePerMyriad = begin === null || end === null || rates.length === 1 ? null : end - begin
    if (changePerMyriad !== null && changePerMyriad > 0)
      caution('率の上昇は、早い相談のためとも、サービスの量や申請の動きのためとも考えられます。')
    for (const { fiscalYear, ratePerMyriad } of rates)
      note?.({
        label: `${fiscalYear}年度の要支援1率`,
        formula: '要支援1÷初回認定',
        value: ratePerMyriad,
        unit: '‱',
      })
    note?.({ label: 'はじめと終わりの差', value: changePerMyriad, unit: '‱' })
    return { years: rates, changePerMyriad }
  },
  labels: { ratePerMyriad: '要支援1率', changePerMyriad: 'はじめと終わりの差' },
  cases: [
    {
      title: '6年で24%から41%へ（率は公表の例、人数は架空）',
      on: '2026-04-01',
      input: {
        years: [
          { fiscalYear: 2017, first: 500, support1: 120 },
          { fiscalYear: 2020, first: 0, support1: 0 },
          { fiscalYear: 2023, first: 300, support1: 123 },
        ],
      },
      value: {
        years: [
          { fiscalYear: 2017, ratePerMyriad: 2400 },
          { fiscalYear: 2020, ratePerMyriad: null },
          { fiscalYear: 2023, ratePerMyriad: 4100 },
        ],
        changePerMyriad: 1700,
      },
    },
    {
      title: '1年度だけでは、差はわからない',
      on: '2026-04-01',
      input: { years: [{ fiscalYear: 2023, first: 3, support1: 3 }] },
      value: { years: [{ fiscalYear: 2023, ratePerMyriad: 10_000 }], changePerMyriad: null },
    },
    {
      title: '初回認定のない年度との差はわからない',
      on: '2026-04-01',
      input: {
        years: [
          { fiscalYear: 2022, first: 3, support1: 1 },
          { fiscalYear: 2023, first: 0, support1: 0 },
        ],
      },
      value: {
        years: [
          { fiscalYear: 2022, ratePerMyriad: 3333 },
          { fiscalYear: 2023, ratePerMyriad: null },
        ],
        changePerMyriad: null,
      },
    },
    {
      title: 'はじめの年度に初回認定がなくても、差はわからない',
      on: '2026-04-01',
      input: {
        years: [
          { fiscalYear: 2022, first: 0, support1: 0 },
          { fiscalYear: 2023, first: 3, support1: 1 },
        ],
      },
      value: {
        years: [
          { fiscalYear: 2022, ratePerMyriad: null },
          { fiscalYear: 2023, ratePerMyriad: 3333 },
        ],
        changePerMyriad: null,
      },
    },
    ...(
      [
        ['率が下がれば、注意はない', 1, -1666],
        ['率が同じなら、注意はない', 2, 0],
      ] as const
    ).map(([title, support1, changePerMyriad]) => ({
      title,
      on: '2026-04-01',
      input: {
        years: [
          { fiscalYear: 2022, first: 6, support1: 2 },
          { fiscalYear: 2023, first: 6, support1 },
        ],
      },
      value: {
        years: [
          { fiscalYear: 2022, ratePerMyriad: 3333 },
          { fiscalYear: 2023, ratePerMyriad: 3333 + changePerMyriad },
        ],
        changePerMyriad,
      },
    })),
    {
      title: '要支援1が初回認定より多い',
      on: '2026-04-01',
      input: { years: [{ fiscalYear: 2023, first: 3, support1: 4 }] },
      refused: { code: 'more-than-all', path: 'years.0.support1' },
    },
    {
      title: '年度の順が逆',
      on: '2026-04-01',
      input: {
        years: [
          { fiscalYear: 2023, first: 3, support1: 1 },
          { fiscalYear: 2023, first: 3, support1: 1 },
        ],
      },
      refused: { code: 'not-ascending', path: 'years.1.fiscalYear' },
    },
  ],
})

function refuseImpossible(years: readonly { fiscalYear: number; first: number; support1: number }[]): void {
  const problems = years.flatMap(({ fiscalYear, first, support1 }, at): RuleProblem[] => {
    const before = years[at - 1]?.fiscalYear ?? 0
    return [
      ...(support1 > first
        ? [
            {
              path: `years.${at}.support1`,
              code: 'more-than-all',
              message: `${fiscalYear}年度: 要支援1の人数が初回認定の人数を超えています。`,
            },
          ]
        : []),
      ...(fiscalYear <= before
        ? [
            {
              path: `years.${at}.fiscalYear`,
              code: 'not-ascending',
              message: `${fiscalYear}年度: 古い年度から順に、同じ年度を二度書かずに並べてください。`,
            },
          ]
        : []),
    ]
  })
  if (problems.length > 0) throw new RuleRefusal(problems)
}
