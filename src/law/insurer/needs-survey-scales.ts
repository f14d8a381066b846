import { carriedForward, SURVEYS_10 } from '../carried-forward.ts'
import type { Dated } from '../types.ts'

export type ScaleKey = 'iadl' | 'intellectual' | 'social' | 'competence'

export interface SurveyScale {
  /** counted items, by key; a scale of scales has none */
  items: readonly string[]
  /** answers that give a point */
  hits: readonly number[]
  /** lower limits of points, highest first */
  levels: readonly { from: number; label: string }[]
}

const numbered = (name: string, count: number) => Array.from({ length: count }, (_, at) => `${name}${at + 1}`)
const of = (high: number, middle: number) => [
  { from: high, label: '高い' },
  { from: middle, label: 'やや低い' },
  { from: 0, label: '低い' },
]

/** 手段的自立度, 知的能動性, 社会的役割 and their sum, 老研式活動能力指標. */
export const needsSurveyScales: Dated<Readonly<Record<ScaleKey, SurveyScale>>> = {
  id: 'insurer.needs-survey.scales',
  title: 'ニーズ調査の活動能力の区分',
  unit: '点',
  history: carriedForward(SURVEYS_10, [
    {
      from: '2022-04-01',
      value: {
        iadl: { items: numbered('iadl', 5), hits: [1, 2], levels: of(5, 4) },
        intellectual: { items: numbered('intel', 4), hits: [1], levels: of(4, 3) },
        social: { items: numbered('social', 4), hits: [1], levels: of(4, 3) },
        competence: { items: [], hits: [], levels: of(11, 9) },
      },
      source: { text: '介護予防・日常生活圏域ニーズ調査実施の手引き' },
      confidence: 'recalled',
      note: '第9期の調査の版です。始まりの日は調査の時期による目安です。',
    },
  ]),
  checkedOn: '2026-11-22',
}
