import { carriedForward, SURVEYS_10 } from '../carried-forward.ts'
import type { Dated } from '../types.ts'

export type CareLevel = 'support1' | 'support2' | 'care1' | 'care2' | 'care3' | 'care4' | 'care5'
export type DementiaClass = 'independent' | 'I' | 'IIa' | 'IIb' | 'IIIa' | 'IIIb' | 'IV' | 'M'

/** Who the cross tables of 在宅介護実態調査 look at: heavy need of care, and marked dementia. Each a group of its own. */
export const homeCareSurveyFocus: Dated<{
  heavyCare: readonly CareLevel[]
  markedDementia: readonly DementiaClass[]
}> = {
  id: 'insurer.home-care-survey.focus',
  title: '在宅介護実態調査のクロス集計の対象',
  unit: '区分（要介護度と認知症高齢者の日常生活自立度）',
  labels: {
    heavyCare: '要介護3以上',
    markedDementia: '認知症自立度Ⅲ以上',
    care3: '要介護3',
    care4: '要介護4',
    care5: '要介護5',
    IIIa: 'Ⅲa',
    IIIb: 'Ⅲb',
    IV: 'Ⅳ',
    M: 'M',
  },
  history: carriedForward(SURVEYS_10, [
    {
      from: '2022-04-01',
      value: {
        heavyCare: ['care3', 'care4', 'care5'],
        markedDementia: ['IIIa', 'IIIb', 'IV', 'M'],
      },
      source: { text: '在宅介護実態調査実施の手引き' },
      confidence: 'recalled',
      note: '第9期の調査の版です。始まりの日は調査の時期による目安です。',
    },
  ]),
  checkedOn: '2026-11-22',
}
