import { indicator } from '../../define.ts'

export default indicator({
  id: 'certified-share-support2',
  title: '認定者に占める要支援2の割合',
  unit: '%',
  group: '認定者の内訳',
  numerator: '要支援2の第1号被保険者数（年度末）',
  denominator: '認定を受けた第1号被保険者数（年度末）',
  exclusions: '第2号被保険者（40〜64歳）の認定者。',
  period: 'fiscal-year-end',
  levels: ['insurer', 'prefecture', 'nation'],
  source: '介護保険事業状況報告（年報）第4-1-1表（厚生労働省）',
  caveat: '認定者の中での割合です。認定を受ける人全体が増えても減っても、割合だけでは分かりません。',
  better: 'neither',
  decimals: 1,
  computation: {
    kind: 'ratio',
    numerator: ['certified.first.support2'],
    denominator: ['certified.first.total'],
    per: 100,
  },
  chance: 'proportion',
  basis: { text: '本ソフトの決め' },
  confidence: 'decided',
})
