import type { Dated } from '../types.ts'

/** 低栄養の傾向 of the survey: at or below. The 基本チェックリスト counts only below 18.5; the two stay apart. */
export const needsSurveyBmiTenths: Dated<number> = {
  id: 'insurer.needs-survey.bmi-limit',
  title: 'ニーズ調査の低栄養の傾向のBMI（以下）',
  unit: 'kg/m²（0.1単位）',
  history: [
    {
      from: '2022-04-01',
      value: 185,
      source: { text: '介護予防・日常生活圏域ニーズ調査実施の手引き（二次資料）' },
      confidence: 'secondary',
      note: '基本チェックリストは18.5未満です。手引きの本文では確かめていません。',
    },
  ],
  checkedOn: '2026-11-22',
}
