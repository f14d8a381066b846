import { indicator } from '../../define.ts'

export default indicator({
  id: 'change-75over',
  title: '75歳以上の住民の増減',
  unit: '%',
  group: '人口の変化',
  numerator: '75歳以上の住民（調査日）から最初の調査日の数を引いた差',
  denominator: '75歳以上の住民（最初の調査日）',
  exclusions: '年齢が伏せられた町は計算しません（0人とはしません）。',
  period: 'since-first',
  levels: ['town', 'municipality'],
  source: '地域・年齢別人口（市が公開する町別の人口）',
  caveat:
    '最初の調査日は町ごとに、数の分かる最も古い日です。期間の長さがちがう町どうしは比べられません。町の境の変更、大きな住宅や施設の開設でも変わり、理由は分かりません。',
  better: 'neither',
  decimals: 1,
  computation: { kind: 'change', measures: ['population.75over'], since: 'earliest', per: 100 },
  chance: 'none',
  basis: { text: '本ソフトの決め' },
  confidence: 'decided',
})
