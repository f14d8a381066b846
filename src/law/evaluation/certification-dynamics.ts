import type { Dated, Source } from '../types.ts'

const OURS: Source = { text: '本ソフトの決め（国の定義が手元にないもの）' }

/** 新規認定 (CDY-01): no certification in so many months before. */
export const dynamicsFreshMonths: Dated<number> = {
  id: 'evaluation.dynamics.fresh-months',
  title: '新規認定とみなす、認定のなかった期間',
  unit: '月',
  history: [{ from: '2000-04-01', value: 24, source: OURS, confidence: 'decided' }],
  checkedOn: '2026-11-22',
}

/** Age bands of the rates, by their begin. */
export const dynamicsAgeBands: Dated<readonly number[]> = {
  id: 'evaluation.dynamics.age-bands',
  title: '認定の動きを見る年齢区分（始まりの年齢）',
  unit: '歳',
  history: [
    {
      from: '2000-04-01',
      value: [65, 75, 85],
      source: { text: '介護保険事業状況報告の年齢区分（65～74歳、75～84歳、85歳以上）' },
      confidence: 'seen',
    },
  ],
  checkedOn: '2026-11-22',
}

/** 要介護度の点 (CDY-05): 要支援1 is 1, 要介護5 is 7. The grants may use another. */
export const dynamicsLevelScores: Dated<Readonly<Record<string, number>>> = {
  id: 'evaluation.dynamics.level-scores',
  title: '平均要介護度の計算に使う点',
  unit: '点（要介護状態区分コードごと）',
  labels: {
    '12': '要支援1',
    '13': '要支援2',
    '21': '要介護1',
    '22': '要介護2',
    '23': '要介護3',
    '24': '要介護4',
    '25': '要介護5',
  },
  history: [
    {
      from: '2006-04-01',
      value: { '12': 1, '13': 2, '21': 3, '22': 4, '23': 5, '24': 6, '25': 7 },
      source: OURS,
      confidence: 'unverified',
      note: '保険者機能強化推進交付金等の点とは違うことがあります。交付金の定義は確かめていません。',
    },
  ],
  checkedOn: '2026-11-22',
}

/** 短期 and 長期 of worsening and improving (CDY-04). */
export const dynamicsHorizonMonths: Dated<{ short: number; long: number }> = {
  id: 'evaluation.dynamics.horizon',
  title: '重度化・改善を見る期間',
  unit: '月',
  labels: {
    short: '短い期間',
    long: '長い期間',
  },
  history: [{ from: '2006-04-01', value: { short: 12, long: 36 }, source: OURS, confidence: 'decided' }],
  checkedOn: '2026-11-22',
}

/** 順位を付ける最小の人数. */
export const rankingLeastPersons: Dated<number> = {
  id: 'evaluation.ranking.least',
  title: '順位を付ける最小の人数',
  unit: '人',
  history: [
    {
      from: '2000-04-01',
      value: 30,
      source: { text: '本ソフトの決め' },
      confidence: 'decided',
    },
  ],
  checkedOn: '2026-11-22',
}
