import { indicator } from '../../define.ts'

export default indicator({
  id: 'ageing-rate',
  title: '高齢化率',
  unit: '%',
  group: '人口と世帯',
  numerator: '65歳以上の住民（調査日）',
  denominator: '住民の総数（調査日）',
  exclusions: '年齢が伏せられた町は計算しません（0人とはしません）。',
  period: 'day',
  levels: ['town', 'municipality'],
  source: '地域・年齢別人口（市が公開する町別の人口）',
  caveat:
    '住民の登録による数で、施設への転居なども含みます。第1号被保険者の数とは、数える人も日もちがいます。町の人数が少ないと、数人の転居で大きく変わります。',
  better: 'neither',
  decimals: 1,
  computation: {
    kind: 'ratio',
    numerator: ['population.65over'],
    denominator: ['population.total'],
    per: 100,
  },
  chance: 'none',
  basis: { text: '総務省統計局「人口推計」の高齢化率（65歳以上人口÷総人口）' },
  confidence: 'recalled',
})
