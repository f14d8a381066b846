import { indicator } from '../../define.ts'

export default indicator({
  id: 'older-residents-per-household',
  title: '1世帯あたりの65歳以上の住民',
  unit: '人/世帯',
  group: '人口と世帯',
  numerator: '65歳以上の住民（調査日）',
  denominator: '世帯の数（調査日）',
  exclusions: '年齢が伏せられた町は計算しません（0人とはしません）。',
  period: 'day',
  levels: ['town', 'municipality'],
  source: '地域・年齢別人口（市が公開する町別の人口）',
  caveat: '高齢者だけの世帯がいくつあるかは、この統計からは分かりません。',
  better: 'neither',
  decimals: 2,
  computation: {
    kind: 'ratio',
    numerator: ['population.65over'],
    denominator: ['population.households'],
    per: 1,
  },
  chance: 'none',
  basis: { text: '本ソフトの決め' },
  confidence: 'decided',
})
