import { indicator } from '../../define.ts'

export default indicator({
  id: 'residents-per-household',
  title: '1世帯あたりの住民',
  unit: '人/世帯',
  group: '人口と世帯',
  numerator: '住民の総数（調査日）',
  denominator: '世帯の数（調査日）',
  exclusions: '年齢が伏せられた町は計算しません（0人とはしません）。',
  period: 'day',
  levels: ['town', 'municipality'],
  source: '地域・年齢別人口（市が公開する町別の人口）',
  caveat:
    '住民登録の世帯です。同じ家に住んで世帯を分けている場合があり、ひとり暮らしの人の割合は分かりません。',
  better: 'neither',
  decimals: 2,
  computation: {
    kind: 'ratio',
    numerator: ['population.total'],
    denominator: ['population.households'],
    per: 1,
  },
  chance: 'none',
  basis: { text: '本ソフトの決め' },
  confidence: 'decided',
})
