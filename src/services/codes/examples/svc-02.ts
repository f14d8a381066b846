import type { RuleCase } from '../../../platform/computation/index.ts'
import type { Input } from '../rules/svc-02.rule.ts'

const at = (title: string, code: string, month: string) => ({
  title,
  on: '2025-05-01',
  input: { code, month },
})
const of = (code: string, month: string, kind: string, name: string, share: string): RuleCase<Input> => ({
  ...at(`${code} ${name}（${month}）`, code, month),
  value: { kind, item: '1111', name, share },
})
const refused = (title: string, code: string, month: string, problem: string): RuleCase<Input> => ({
  ...at(title, code, month),
  refused: { code: problem, path: 'code' },
})
const A2 = '訪問型サービス（独自）'

export const svc02Cases: readonly RuleCase<Input>[] = [
  {
    ...at('SVC-02-a A2 1111', 'A21111', '2025-05'),
    value: { kind: 'A2', item: '1111', name: A2, share: 'national' },
  },
  {
    ...at('SVC-02-b 全角と空白', 'Ａ６ １１１１', '2025-05'),
    value: { kind: 'A6', item: '1111', name: '通所型サービス（独自）', share: 'national' },
  },
  refused('SVC-02-c みなしは2018年3月で終わった', 'A11111', '2025-05', 'kind-ended'),
  refused('SVC-02-d 知らない種類', 'AG1001', '2025-05', 'unknown-kind'),
  { ...at('SVC-02-e 空', '', '2025-05'), value: null },
  { ...at('空白だけ', ' 　\t', '2025-05'), value: null },
  {
    ...at('小文字', 'a2c001', '2025-05'),
    value: { kind: 'A2', item: 'C001', name: A2, share: 'national' },
  },
  of('A11111', '2018-03', 'A1', '訪問型サービス（みなし）', 'national'),
  of('A51111', '2018-03', 'A5', '通所型サービス（みなし）', 'national'),
  refused('A5は2018年4月から使えない', 'A51111', '2018-04', 'kind-ended'),
  refused('A1は2018年4月から使えない', 'A11111', '2018-04', 'kind-ended'),
  ...(
    [
      ['A2', '訪問型サービス（独自）', 'national'],
      ['A3', '訪問型サービス（独自／定率）', 'rate'],
      ['A4', '訪問型サービス（独自／定額）', 'fixed'],
      ['A6', '通所型サービス（独自）', 'national'],
      ['A7', '通所型サービス（独自／定率）', 'rate'],
      ['A8', '通所型サービス（独自／定額）', 'fixed'],
      ['A9', 'その他の生活支援サービス（配食／定率）', 'rate'],
      ['AA', 'その他の生活支援サービス（配食／定額）', 'fixed'],
      ['AB', 'その他の生活支援サービス（見守り／定率）', 'rate'],
      ['AC', 'その他の生活支援サービス（見守り／定額）', 'fixed'],
      ['AD', 'その他の生活支援サービス（その他／定率）', 'rate'],
      ['AE', 'その他の生活支援サービス（その他／定額）', 'fixed'],
      ['AF', '介護予防ケアマネジメント', 'none'],
    ] as const
  ).flatMap(([kind, name, share]) => [
    of(`${kind}1111`, '2018-03', kind, name, share),
    of(`${kind}1111`, '2026-07', kind, name, share),
  ]),
  refused('5文字', 'A2111', '2025-05', 'bad-form'),
  refused('7文字', 'A211111', '2025-05', 'bad-form'),
  refused('記号', 'A2-111', '2025-05', 'bad-form'),
  refused('英字のO', 'A2O111', '2025-05', 'bad-form'),
  refused('英字のI', 'A2I111', '2025-05', 'bad-form'),
  refused('予防給付の種類は、総合事業ではない', '631111', '2025-05', 'unknown-kind'),
  {
    ...at('2015年3月に総合事業はない', 'A21111', '2015-03'),
    refused: { code: 'no-value-in-force' },
  },
]
