import type { Dated, DatedEntry } from '../types.ts'

export interface AgeBandWeight {
  /** 65～74歳 */
  label: string
  /** national average monthly benefit of one insured person of the band, yen */
  unitYen: number
  /** share of the band among all 第1号被保険者 of the nation */
  nationalSharePerMyriad: number
}

const bands = (early: number, middle: number, late: number): AgeBandWeight[] => [
  { label: '65～74歳', unitYen: 4296, nationalSharePerMyriad: early },
  { label: '75～84歳', unitYen: 17_647, nationalSharePerMyriad: middle },
  { label: '85歳以上', unitYen: 80_362, nationalSharePerMyriad: late },
]
const SOURCE = { text: '第10期の将来推計ワークシートの係数（計画作成者の公開の作業記録による）' }
const SOLVED = '65～74歳の割合だけを見ました。残る二つは、公表された係数から逆に解いた値です。'
const R6 = bands(4312, 3825, 1863)
const R7 = bands(4166, 3924, 1910)
const R8 = bands(4076, 3951, 1973)
const carried = (from: string, value: AgeBandWeight[], note: string): DatedEntry<AgeBandWeight[]> => ({
  from,
  value,
  source: SOURCE,
  confidence: 'unverified',
  status: 'provisional',
  note,
})
const SEVEN =
  '令和10年度からは5歳ごとの7区分に移る方針（はじめは新旧を半分ずつ）ですが、その係数は定まっていません。'

/** 後期高齢者加入割合補正係数: bands, their weights and the nation's shares, by fiscal year. Bands are data: seven from R10. */
export const ageBandWeights: Dated<readonly AgeBandWeight[]> = {
  id: 'insurer.premium.age-bands',
  title: '後期高齢者加入割合補正係数の年齢区分（1人あたり給付月額と全国の割合）',
  unit: '円（1人あたり給付月額）、‱（全国の割合）',
  labels: {
    label: '年齢区分',
    unitYen: '1人あたり給付月額（円）',
    nationalSharePerMyriad: '全国の割合（‱）',
  },
  history: [
    { from: '2024-04-01', value: R6, source: SOURCE, confidence: 'unverified', note: SOLVED },
    { from: '2025-04-01', value: R7, source: SOURCE, confidence: 'unverified', note: SOLVED },
    { from: '2026-04-01', value: R8, source: SOURCE, confidence: 'secondary' },
    carried('2027-04-01', R6, '令和6年度の値を令和9年度に仮に置いています。'),
    carried('2028-04-01', R7, `令和7年度の値を仮に置いています。${SEVEN}`),
    {
      ...carried('2029-04-01', R8, `令和8年度の値を令和11年度に仮に置いています。${SEVEN}`),
      to: '2030-03-31', // the placeholders end with 第10期
    },
  ],
  checkedOn: '2026-11-22',
}
