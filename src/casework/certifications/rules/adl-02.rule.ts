import { z } from 'zod'
import { choice, defineRule } from '../../../platform/computation/index.ts'
import { DEMENTIA_CLASSES } from '../codes.ts'
import { isDementiaTwoOrOver } from './independence.ts'

const LABELS = Object.fromEntries(DEMENTIA_CLASSES.map(({ code, label }) => [code, label]))

export const rule = defineRule({
  id: 'ADL-02',
  title: '認知症高齢者の日常生活自立度',
  group: '要介護認定',
  meaning: '統計でよく使う「Ⅱ以上」かを答えます。記載なしは、分子にも分母にも入れず、別に数えます。',
  formula: '自立とⅠはⅡ未満、Ⅱa・Ⅱb・Ⅲa・Ⅲb・Ⅳ・M はⅡ以上',
  source: {
    text: '「認知症である老人の日常生活自立度判定基準」の活用について（平成18年4月3日 老発第0403003号）',
  },
  confidence: 'recalled',
  limits: '主治医意見書と認定調査票で異なることがあります。どちらによるかを添えて記録します。',
  parameters: {},
  labels: { isTwoOrOver: 'Ⅱ以上' },
  input: z.strictObject({
    rank: choice('認知症高齢者の日常生活自立度', LABELS)
      .nullable()
      .meta({ title: '認知症高齢者の日常生活自立度', labels: LABELS, description: '記録がないときは null' }),
  }),
  compute({ rank }, { note }) {
    const isTwoOrOver = isDementiaTwoOrOver(rank)
    note?.({
      label: 'Ⅱ以上',
      formula: '自立とⅠはⅡ未満、Ⅱa から M まではⅡ以上',
      inputs: { ランク: rank === null ? null : (LABELS[rank] ?? rank) },
      value: isTwoOrOver,
    })
    return { isTwoOrOver }
  },
  cases: (
    [
      ['independent', false],
      ['I', false],
      ['IIa', true],
      ['IIb', true],
      ['IIIa', true],
      ['IIIb', true],
      ['IV', true],
      ['M', true],
      ['notStated', null],
      [null, null],
    ] as const
  ).map(([rank, isTwoOrOver]) => ({
    title: rank === null ? '記録なし' : `ランク ${rank}`,
    on: '2026-11-22',
    input: { rank },
    value: { isTwoOrOver },
  })),
})
