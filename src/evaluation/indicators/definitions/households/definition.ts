import { indicator } from '../../define.ts'

export default indicator({
  id: 'households',
  title: '世帯の数',
  unit: '世帯',
  group: '人口と世帯',
  numerator: '世帯の数（調査日）',
  denominator: 'なし（世帯数）',
  exclusions: '年齢が伏せられた町は計算しません（0人とはしません）。',
  period: 'day',
  levels: ['town', 'municipality'],
  source: '地域・年齢別人口（市が公開する町別の人口）',
  caveat: '住民登録の世帯です。実際の暮らしのまとまりとはちがうことがあります。',
  better: 'neither',
  decimals: 0,
  computation: { kind: 'count', measures: ['population.households'] },
  chance: 'none',
  basis: { text: '本ソフトの決め' },
  confidence: 'decided',
})
