import { indicator } from '../../define.ts'

export default indicator({
  id: 'certified-share-second',
  title: '認定者に占める第2号被保険者の割合',
  unit: '%',
  group: '認定者の内訳',
  numerator: '認定を受けた第2号被保険者数（40〜64歳、年度末）',
  denominator: '第1号・第2号を合わせた認定者数（年度末）',
  exclusions: 'なし（第1号と第2号の両方を数えます）。',
  period: 'fiscal-year-end',
  levels: ['insurer', 'prefecture', 'nation'],
  source: '介護保険事業状況報告（年報）第4-1-1表（厚生労働省）',
  caveat:
    '第2号の認定は特定疾病による場合に限られます。分母は40〜64歳の人口ではないので、若い世代で認定が多いかどうかは分かりません。',
  better: 'neither',
  decimals: 2,
  computation: {
    kind: 'ratio',
    numerator: ['certified.second.total'],
    denominator: ['certified.all.total'],
    per: 100,
  },
  chance: 'proportion',
  basis: { text: '本ソフトの決め' },
  confidence: 'decided',
})
