import { z } from 'zod'
import { planRatioLimitsPerMille } from '../../../law/evaluation/analysis-plan-ratio.ts'
import { defineRule, whole } from '../../../platform/computation/index.ts'
import { product } from '../../../platform/exact/index.ts'

const amount = (title: string) =>
  whole(title, '（人、回、円など）')
    .nullable()
    .meta({ title, description: `${title}。分からなければ null` })
const line = (label: string, plan: number | null, actual: number | null) => ({ label, plan, actual })
const told = (label: string, ratioPerMille: number | null, flag: 'within' | 'below' | 'above' | null) => ({
  label,
  ratioPerMille,
  flag,
})

export const rule = defineRule({
  id: 'ANL-07',
  title: '対計画比',
  group: '地域分析',
  meaning:
    '計画に対して実績がどれだけかを、被保険者・認定者・利用者・回数・給付費ごとに出し、95〜105%の外を注意します。',
  formula: '実績÷計画×100、小数第1位まで（四捨五入）。注意するかどうかは丸める前の比で見る',
  source: { text: '介護保険事業計画の進捗管理の手引き（計画値と実績値の比較）' },
  confidence: 'recalled',
  limits: '注意する範囲は本ソフトの決めです。外れた理由はこの比からは分かりません（ANL-08）。',
  parameters: { limits: planRatioLimitsPerMille },
  input: z.strictObject({
    lines: z
      .array(
        z
          .strictObject({
            label: z
              .string()
              .min(1, '項目: 名前を入れてください。')
              .meta({ title: '項目', description: '通所介護の給付費 など' }),
            plan: amount('計画'),
            actual: amount('実績'),
          })
          .meta({ title: '項目', description: '計画と実績' }),
        '項目: 並びで入力してください。',
      )
      .min(1, '項目: 1つ以上入力してください。')
      .meta({ title: '項目', description: '計画と実績の組' }),
  }),
  compute({ lines }, { law, entry, note, round }) {
    const { low, high } = law.limits
    const compared = lines.map(({ label, plan, actual }) => {
      const isOpen = plan === null || actual === null || plan === 0
      const over = isOpen ? 0 : product(actual, 1000)
      const ratioPerMille = isOpen
        ? null
        : round(`${label}の対計画比`, { over, under: plan }, 'half-up', 1, '‰')
      const flag = isOpen
        ? null
        : over < product(plan, low)
          ? ('below' as const)
          : over > product(plan, high)
            ? ('above' as const)
            : ('within' as const)
      note?.({
        label: `${label}の対計画比`,
        formula: '実績÷計画×100',
        inputs: { 計画: plan, 実績: actual, 下限: low / 10, 上限: high / 10 },
        value: ratioPerMille === null ? null : ratioPerMille / 10,
        unit: '%',
        source: entry.limits.source,
        confidence: entry.limits.confidence,
      })
      return { label, ratioPerMille, flag }
    })
    return { lines: compared }
  },
  cases: [
    {
      title: '95%と105%は注意せず、その外を注意する',
      on: '2026-04-01',
      input: {
        lines: [
          line('計画どおり', 2000, 2000),
          line('95%', 2000, 1900),
          line('95%より下', 2000, 1899),
          line('105%', 2000, 2100),
          line('105%より上', 2000, 2101),
        ],
      },
      value: {
        lines: [
          told('計画どおり', 1000, 'within'),
          told('95%', 950, 'within'),
          told('95%より下', 950, 'below'), // 94.95 is shown as 95.0 and flagged
          told('105%', 1050, 'within'),
          told('105%より上', 1051, 'above'),
        ],
      },
    },
    {
      title: '計画が0か、分からない値があれば、比はない。実績0は0%',
      on: '2026-04-01',
      input: {
        lines: [
          line('計画0', 0, 5),
          line('計画不明', null, 5),
          line('実績不明', 5, null),
          line('実績0', 5, 0),
        ],
      },
      value: {
        lines: [
          told('計画0', null, null),
          told('計画不明', null, null),
          told('実績不明', null, null),
          told('実績0', 0, 'below'),
        ],
      },
    },
    {
      title: '項目がなければ断る',
      on: '2026-04-01',
      input: { lines: [] },
      refused: { code: 'too_small', path: 'lines' },
    },
  ],
})
