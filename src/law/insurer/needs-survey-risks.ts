import { carriedForward, SURVEYS_10 } from '../carried-forward.ts'
import type { Dated } from '../types.ts'

export type RiskKey = 'motor' | 'fall' | 'seclusion' | 'chewing' | 'oral' | 'cognition' | 'depression'

/** A risk: at least so many of the items answered with one of the numbers printed on the form. */
export interface SurveyRisk {
  items: readonly { key: string; hits: readonly number[] }[]
  atLeast: number
}

/** 介護予防・日常生活圏域ニーズ調査: which answers count for which risk. By key, never by the printed number of the question. */
export const needsSurveyRisks: Dated<Readonly<Record<RiskKey, SurveyRisk>>> = {
  id: 'insurer.needs-survey.risks',
  title: 'ニーズ調査のリスクの判定',
  unit: '項目（数える回答と、必要な数）',
  history: carriedForward(SURVEYS_10, [
    {
      from: '2022-04-01',
      value: {
        motor: {
          items: [
            { key: 'stairs', hits: [3] },
            { key: 'stand', hits: [3] },
            { key: 'walk15', hits: [3] },
            { key: 'fall', hits: [1, 2] },
            { key: 'fallFear', hits: [1, 2] },
          ],
          atLeast: 3,
        },
        fall: { items: [{ key: 'fall', hits: [1, 2] }], atLeast: 1 },
        seclusion: { items: [{ key: 'goOut', hits: [1, 2] }], atLeast: 1 },
        chewing: { items: [{ key: 'hardFood', hits: [1] }], atLeast: 1 },
        oral: {
          items: [
            { key: 'hardFood', hits: [1] },
            { key: 'choke', hits: [1] },
            { key: 'dryMouth', hits: [1] },
          ],
          atLeast: 2,
        },
        cognition: { items: [{ key: 'forget', hits: [1] }], atLeast: 1 },
        depression: {
          items: [
            { key: 'depress1', hits: [1] },
            { key: 'depress2', hits: [1] },
          ],
          atLeast: 1,
        },
      },
      source: { text: '介護予防・日常生活圏域ニーズ調査実施の手引き' },
      confidence: 'recalled',
      note: '第9期の調査の版です。始まりの日は調査の時期による目安です。',
    },
  ]),
  checkedOn: '2026-11-22',
}
