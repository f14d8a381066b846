import { indicator } from '../../define.ts'

export default indicator({
  id: 'certified-share-heavy',
  title: '認定者に占める重度（要介護3〜5）の割合',
  unit: '%',
  group: '認定者の内訳',
  numerator: '要介護3〜5の第1号被保険者数（年度末）',
  denominator: '認定を受けた第1号被保険者数（年度末）',
  exclusions: '第2号被保険者（40〜64歳）の認定者。',
  period: 'fiscal-year-end',
  levels: ['insurer', 'prefecture', 'nation'],
  source: '介護保険事業状況報告（年報）第4-1-1表（厚生労働省）',
  caveat: '軽い人の申請が少ないだけでも高くなります。重度認定率と合わせて見てください。',
  better: 'neither',
  decimals: 1,
  computation: {
    kind: 'ratio',
    numerator: ['certified.first.care3', 'certified.first.care4', 'certified.first.care5'],
    denominator: ['certified.first.total'],
    per: 100,
  },
  chance: 'proportion',
  basis: { text: '本ソフトの決め' },
  confidence: 'decided',
})
