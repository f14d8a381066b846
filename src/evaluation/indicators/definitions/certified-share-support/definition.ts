import { indicator } from '../../define.ts'

export default indicator({
  id: 'certified-share-support',
  title: '認定者に占める要支援の割合',
  unit: '%',
  group: '認定者の内訳',
  numerator: '要支援1・2の第1号被保険者数（年度末）',
  denominator: '認定を受けた第1号被保険者数（年度末）',
  exclusions: '第2号被保険者（40〜64歳）の認定者。',
  period: 'fiscal-year-end',
  levels: ['insurer', 'prefecture', 'nation'],
  source: '介護保険事業状況報告（年報）第4-1-1表（厚生労働省）',
  caveat:
    '軽いうちに申請する人の多さ、認定審査の傾向、事業対象者の扱いで変わります。割合が高いことは、重い人が少ないことを示しません。',
  better: 'neither',
  decimals: 1,
  computation: {
    kind: 'ratio',
    numerator: ['certified.first.support1', 'certified.first.support2'],
    denominator: ['certified.first.total'],
    per: 100,
  },
  chance: 'proportion',
  basis: { text: '本ソフトの決め' },
  confidence: 'decided',
})
