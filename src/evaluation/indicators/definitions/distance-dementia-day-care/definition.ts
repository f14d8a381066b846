import { indicator } from '../../define.ts'

export default indicator({
  id: 'distance-dementia-day-care',
  title: '最も近い認知症対応型通所介護までの距離',
  unit: 'm',
  group: '距離',
  numerator: '町の代表点から、最も近い認知症対応型通所介護の事業所までの直線の距離',
  denominator: 'なし（距離）',
  exclusions: '位置の分からない町と事業所。',
  period: 'day',
  levels: ['town'],
  source:
    '地域・年齢別人口（市が公開する町の代表点）と介護サービス情報公表システム オープンデータ（厚生労働省）',
  caveat:
    '町の代表点からの直線の距離です。道のり、送迎の範囲、坂、利用できる空きは分かりません。取り込んでいない県の事業所が県境の先にあっても数えません。',
  better: 'lower',
  decimals: 0,
  computation: { kind: 'count', measures: ['distance.720'] },
  chance: 'none',
  basis: { text: '本ソフトの決め' },
  confidence: 'decided',
})
