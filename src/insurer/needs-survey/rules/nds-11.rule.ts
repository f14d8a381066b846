import { z } from 'zod'
import { needsSurveyScales } from '../../../law/insurer/needs-survey-scales.ts'
import { defineRule, whole } from '../../../platform/computation/index.ts'
import { levelOf } from './risk.ts'

const points = (title: string, max: number) =>
  whole(title, '点', { max })
    .nullable()
    .meta({ title, unit: '点', description: `${title}（0～${max}点）。判定できないときは null` })
const IADL_MOST = 5 // number: items of the scale
const OTHER_MOST = 4 // number: items of the scale

const of = (
  iadlPoints: number | null,
  intellectualPoints: number | null,
  socialPoints: number | null,
  total: number | null,
  level: string | null,
) => ({
  title: `${iadlPoints ?? '無'}＋${intellectualPoints ?? '無'}＋${socialPoints ?? '無'}点`,
  on: '2026-11-22', // number: the day of a worked case
  input: { iadlPoints, intellectualPoints, socialPoints },
  value: { points: total, level },
})

export const rule = defineRule({
  id: 'NDS-11',
  title: '老研式活動能力指標',
  group: 'ニーズ調査',
  meaning: '手段的自立度、知的能動性、社会的役割の点を足した、高次の活動能力の区分です。',
  formula: 'NDS-08＋NDS-09＋NDS-10（13点満点）。11点以上 高い、9～10点 やや低い、8点以下 低い',
  source: { text: '介護予防・日常生活圏域ニーズ調査実施の手引き' },
  confidence: 'recalled',
  limits: '一部の点がないときは、残りの点でどの区分か決まるときだけ区分を答えます。',
  parameters: { scales: needsSurveyScales },
  labels: { points: '点数', level: '区分' },
  input: z.strictObject({
    iadlPoints: points('手段的自立度の点', IADL_MOST),
    intellectualPoints: points('知的能動性の点', OTHER_MOST),
    socialPoints: points('社会的役割の点', OTHER_MOST),
  }),
  compute({ iadlPoints, intellectualPoints, socialPoints }, { law, entry, note }) {
    const parts = [
      [iadlPoints, IADL_MOST],
      [intellectualPoints, OTHER_MOST],
      [socialPoints, OTHER_MOST],
    ] as const
    const least = parts.reduce((sum, [given]) => sum + (given ?? 0), 0)
    const most = parts.reduce((sum, [given, max]) => sum + (given ?? max), 0)
    const points = least === most ? least : null
    const level = levelOf(law.scales.competence, { points, least, most })
    note?.({
      label: '老研式活動能力指標',
      formula: '三つの点の和',
      inputs: { 手段的自立度: iadlPoints, 知的能動性: intellectualPoints, 社会的役割: socialPoints },
      value: points ?? level ?? '判定できない',
      source: entry.scales.source,
      confidence: entry.scales.confidence,
    })
    return { points, level }
  },
  cases: [
    of(5, 4, 4, 13, '高い'),
    of(5, 3, 3, 11, '高い'),
    of(5, 3, 2, 10, 'やや低い'),
    of(4, 3, 2, 9, 'やや低い'),
    of(4, 2, 2, 8, '低い'),
    of(null, 1, 1, null, '低い'),
    of(null, 4, 4, null, null),
    of(5, null, 0, null, null),
    of(5, 4, null, null, null),
  ],
})
