import type { Dated } from '../types.ts'

/** 一次判定: lower limits of 要介護認定等基準時間, lightest first. The national software judges; this only reads its minutes. */
export const firstJudgementBands: Dated<readonly { fromTenthsMinute: number; result: string }[]> = {
  id: 'casework.certification.first-judgement-bands',
  title: '一次判定の要介護認定等基準時間の区分',
  unit: '分（0.1分、以上）',
  labels: { fromTenthsMinute: '下限（0.1分）', result: '区分' },
  history: [
    {
      from: '2009-10-01',
      value: [
        { fromTenthsMinute: 0, result: '非該当' },
        { fromTenthsMinute: 250, result: '要支援1' },
        { fromTenthsMinute: 320, result: '要支援2または要介護1' },
        { fromTenthsMinute: 500, result: '要介護2' },
        { fromTenthsMinute: 700, result: '要介護3' },
        { fromTenthsMinute: 900, result: '要介護4' },
        { fromTenthsMinute: 1100, result: '要介護5' },
      ],
      source: { text: '要介護認定等に係る介護認定審査会による審査及び判定の基準等に関する省令' },
      confidence: 'recalled',
      note: '始まりの日は確かめていません。',
    },
  ],
  checkedOn: '2026-11-22',
}
