import type { Dated } from '../types.ts'

export interface GrantPopulation {
  municipalities: number
  prefectures: number
}

/** 相対評価の母数: how many units are ranked where everybody takes part. */
export const grantPopulation: Dated<GrantPopulation> = {
  id: 'evaluation.grants.population',
  title: '交付金の評価を受ける市町村と都道府県の数',
  unit: 'か所（市町村、都道府県）',
  labels: {
    municipalities: '市町村',
    prefectures: '都道府県',
  },
  history: [
    {
      from: '2024-04-01',
      to: '2027-03-31', // the indicators of 令和9年度 were not seen
      value: { municipalities: 1741, prefectures: 47 },
      source: { text: '交付金の評価結果一覧（令和6年度から令和8年度まで。計画作成者の作業記録による転記）' },
      confidence: 'secondary',
      note: '任意の取組（ポイント事業など）は、実施している市町村だけが母数になります。',
    },
  ],
  checkedOn: '2026-11-22',
}
