import { z } from 'zod'
import { choice, defineRule } from '../../../platform/computation/index.ts'
import { DISABILITY_CLASSES } from '../codes.ts'

const LABELS = Object.fromEntries(DISABILITY_CLASSES.map(({ code, label }) => [code, label]))
const RANKED = DISABILITY_CLASSES.filter(({ code }) => code !== 'notStated').map(({ code }) => code)

export const rule = defineRule({
  id: 'ADL-01',
  title: '障害高齢者の日常生活自立度（寝たきり度）',
  group: '要介護認定',
  meaning:
    '寝たきり度のランクの順と、ランクB以上（屋内でも介助がいる）かを答えます。「記載なし」は自立ではありません。',
  formula: '自立＜J1＜J2＜A1＜A2＜B1＜B2＜C1＜C2',
  source: {
    text: '「障害老人の日常生活自立度（寝たきり度）判定基準」の作成について（平成3年11月18日 老健第102-2号）',
  },
  confidence: 'recalled',
  limits: '主治医意見書と認定調査票で異なることがあります。どちらによるかを添えて記録します。',
  parameters: {},
  labels: { label: 'ランク', order: '順（自立は0）', isBedOrChair: 'ランクB以上' },
  input: z.strictObject({ rank: choice('寝たきり度', LABELS) }),
  compute({ rank }, { note }) {
    const isStated = rank !== 'notStated'
    const order = isStated ? RANKED.indexOf(rank) : null
    const isBedOrChair = isStated ? RANKED.indexOf(rank) >= RANKED.indexOf('B1') : null
    note?.({
      label: '寝たきり度',
      formula: '自立＜J1＜J2＜A1＜A2＜B1＜B2＜C1＜C2',
      value: LABELS[rank] ?? rank,
    })
    return { label: LABELS[rank] ?? rank, order, isBedOrChair }
  },
  cases: [
    ...['自立', 'J1', 'J2', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2'].map((label, order) => ({
      title: label,
      on: '2026-11-22',
      input: { rank: order === 0 ? 'independent' : label },
      value: { label, order, isBedOrChair: order >= 5 },
    })),
    {
      title: '記載なし',
      on: '2026-11-22',
      input: { rank: 'notStated' },
      value: { label: '記載なし', order: null, isBedOrChair: null },
    },
  ],
})
