import { indicator } from '../../define.ts'

export default indicator({
  id: 'population-65over',
  title: '65歳以上の住民',
  unit: '人',
  group: '人口と世帯',
  numerator: '65歳以上の住民（調査日）',
  denominator: 'なし（人数）',
  exclusions: '年齢が伏せられた町は計算しません（0人とはしません）。',
  period: 'day',
  levels: ['town', 'municipality'],
  source: '地域・年齢別人口（市が公開する町別の人口）',
  caveat:
    '住民の登録による数で、施設への転居なども含みます。第1号被保険者の数とは、数える人も日もちがいます。',
  better: 'neither',
  decimals: 0,
  computation: { kind: 'count', measures: ['population.65over'] },
  chance: 'none',
  basis: { text: '本ソフトの決め' },
  confidence: 'decided',
})
