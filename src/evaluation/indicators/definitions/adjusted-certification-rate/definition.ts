import { indicator } from '../../define.ts'

export default indicator({
  id: 'adjusted-certification-rate',
  title: '年齢調整済み認定率',
  unit: '%',
  group: '年齢を調整した認定率',
  numerator: '3つの年齢区分ごとの要支援・要介護の認定者数（年度末）',
  denominator: '3つの年齢区分ごとの第1号被保険者数（年度末）。全国の年齢構成で重みをつけて合計',
  exclusions: '第2号被保険者（40〜64歳）の認定者。',
  period: 'fiscal-year-end',
  levels: ['insurer', 'prefecture', 'nation'],
  source: '介護保険事業状況報告（年報）第2表・第4-1-1表（厚生労働省）',
  caveat:
    '全国の年齢構成にそろえた値で、実際の認定率ではありません。そろえたのは3区分（65〜74、75〜84、85歳以上）、男女計だけで、公表表に男女別・5歳ごとの被保険者数がないためです。見える化システムの調整済み認定率（男女・5歳ごと）とは値がちがいます。区分の中の年齢と男女のちがいは残ります。どれかの区分の認定者が5人未満の保険者では、間接法の「標準化認定比」を見てください。',
  better: 'neither',
  decimals: 1,
  computation: {
    kind: 'standardised',
    strata: [
      { numerator: ['certified.65-69.total', 'certified.70-74.total'], denominator: ['insured.65-74'] },
      { numerator: ['certified.75-79.total', 'certified.80-84.total'], denominator: ['insured.75-84'] },
      { numerator: ['certified.85-89.total', 'certified.90over.total'], denominator: ['insured.85over'] },
    ],
    standard: {
      id: 'nation-insured-3-bands',
      title: '同じ年度末の全国の第1号被保険者（65〜74、75〜84、85歳以上の3区分、男女計）',
      weights: 'nation',
    },
    per: 100,
  },
  chance: 'rate',
  basis: { text: '本システムの設計資料 ANL-02（直接法。3区分・男女計は本ソフトの決め）' },
  confidence: 'decided',
})
