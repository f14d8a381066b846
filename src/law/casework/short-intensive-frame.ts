import type { Dated } from '../types.ts'

/** 短期集中予防サービス (STC-01): the shortest and the longest, whatever the municipality chooses between. */
export const shortIntensiveMonths: Dated<{ least: number; most: number }> = {
  id: 'casework.short-intensive.months',
  title: '短期集中予防サービスの期間',
  unit: '月',
  labels: {
    least: '最短',
    most: '最長',
  },
  history: [
    {
      from: '2015-04-01',
      value: { least: 3, most: 6 },
      source: { text: '介護予防・日常生活支援総合事業のガイドライン（都道府県の研修資料による）' },
      confidence: 'secondary',
      note: '始まりの日は総合事業の始まりとして置いています。',
    },
  ],
  checkedOn: '2026-11-22',
}
