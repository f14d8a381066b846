import { indicator } from '../../define.ts'

export default indicator({
  id: 'certified-share-85over',
  title: '認定者に占める85歳以上の割合',
  unit: '%',
  group: '認定者の内訳',
  numerator: '85歳以上の認定者数（年度末）',
  denominator: '認定を受けた第1号被保険者数（年度末）',
  exclusions: '第2号被保険者（40〜64歳）の認定者。',
  period: 'fiscal-year-end',
  levels: ['insurer', 'prefecture', 'nation'],
  source: '介護保険事業状況報告（年報）第4-1-1表（厚生労働省）',
  caveat: '85歳以上の人口が多い地域では当然に高くなります。85歳以上の認定率と合わせて見てください。',
  better: 'neither',
  decimals: 1,
  computation: {
    kind: 'ratio',
    numerator: ['certified.85-89.total', 'certified.90over.total'],
    denominator: ['certified.first.total'],
    per: 100,
  },
  chance: 'proportion',
  basis: { text: '本ソフトの決め' },
  confidence: 'decided',
})
