import type { Dated } from '../types.ts'

/** 満点 of both grants together. null: the number was not seen. Totals on different scales are never one line. */
export const grantScalePoints: Dated<{ municipality: number; prefecture: number | null }> = {
  id: 'evaluation.grants.scale',
  title: '交付金の評価の満点',
  unit: '点（市町村分、都道府県分）',
  labels: {
    municipality: '市町村分',
    prefecture: '都道府県分',
  },
  history: [
    {
      from: '2018-04-01',
      to: '2019-03-31', // 令和元年度から令和4年度までの満点は未確認
      value: { municipality: 612, prefecture: 730 },
      source: { text: '平成30年度保険者機能強化推進交付金の評価結果（二次資料）' },
      confidence: 'secondary',
    },
    {
      from: '2023-04-01',
      value: { municipality: 2185, prefecture: null },
      source: { text: '令和5年度評価指標（推進1,355点、支援830点。市町の公表資料）' },
      confidence: 'secondary',
    },
    {
      from: '2024-04-01', // 指標の全面見直し
      to: '2027-03-31', // the indicators of 令和9年度 were not seen
      value: { municipality: 800, prefecture: 800 },
      source: { text: '令和6年度評価指標（推進400点、支援400点。評価結果一覧の転記）' },
      confidence: 'secondary',
      note: '令和8年度の成果指向型配分枠（100点）は別枠で、この満点に入りません。',
    },
  ],
  checkedOn: '2026-11-22',
}
