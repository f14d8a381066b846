import { indicator } from '../../define.ts'

export default indicator({
  id: 'standardised-certification-ratio',
  title: '標準化認定比',
  unit: '全国=100',
  group: '年齢を調整した認定率',
  numerator: '要支援・要介護の認定を受けた第1号被保険者数（年度末）',
  denominator:
    '3つの年齢区分の第1号被保険者数に、同じ年度末の全国の認定率をかけて合計した、期待される認定者数',
  exclusions: '第2号被保険者（40〜64歳）の認定者。',
  period: 'fiscal-year-end',
  levels: ['insurer', 'prefecture', 'nation'],
  source: '介護保険事業状況報告（年報）第2表・第4-1-1表（厚生労働省）',
  caveat:
    '全国と同じ率ならちょうど100です。重みが保険者ごとにちがうので、保険者どうしの比をそのまま比べることはできません。全国とだけ比べてください。年齢は3区分、男女計です。',
  better: 'neither',
  decimals: 1,
  computation: {
    kind: 'indirect',
    strata: [
      { numerator: ['certified.65-69.total', 'certified.70-74.total'], denominator: ['insured.65-74'] },
      { numerator: ['certified.75-79.total', 'certified.80-84.total'], denominator: ['insured.75-84'] },
      { numerator: ['certified.85-89.total', 'certified.90over.total'], denominator: ['insured.85over'] },
    ],
    per: 100,
  },
  chance: 'rate',
  basis: { text: '本システムの設計資料 ANL-03（間接法。3区分・男女計は本ソフトの決め）' },
  confidence: 'decided',
})
