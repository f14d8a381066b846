import { indicator } from '../../define.ts'

export default indicator({
  id: 'centres-per-65over',
  title: '地域包括支援センター（65歳以上1万人あたり）',
  unit: 'か所/1万人',
  group: '地域包括支援センター',
  numerator: '地域包括支援センターとサブセンターの数（市の一覧）',
  denominator: '65歳以上の住民（一覧の時点より前の、直近の調査日）',
  exclusions: 'ブランチ（総合相談の窓口）。',
  period: 'day',
  levels: ['municipality'],
  source: '地域包括支援センターの一覧と地域・年齢別人口（市のオープンデータ）',
  caveat:
    '職員の数や担当する圏域の広さは分かりません。1か所あたりの職員が多い市では、数が少なくても手うすとは言えません。',
  better: 'neither',
  decimals: 2,
  computation: {
    kind: 'ratio',
    numerator: ['facilities.centre'],
    denominator: ['population.65over'],
    per: 10_000,
    denominatorPeriod: 'nearest-before',
  },
  chance: 'none',
  basis: { text: '本ソフトの決め' },
  confidence: 'decided',
})
