import { indicator } from '../../define.ts'

export default indicator({
  id: 'certification-rate-care2',
  title: '要介護認定率（要介護2）',
  unit: '%',
  group: '要介護度別の認定率',
  numerator: '要介護2の第1号被保険者数（年度末）',
  denominator: '第1号被保険者数（年度末）',
  exclusions: '第2号被保険者（40〜64歳）の認定者と、要介護2でない人。',
  period: 'fiscal-year-end',
  levels: ['insurer', 'prefecture', 'nation'],
  source: '介護保険事業状況報告（年報）第2表・第4-1-1表（厚生労働省）',
  caveat:
    'となりの要介護度との境は認定審査でも動きます。要介護2だけを見ず、前後の度合いと合わせて見てください。',
  better: 'neither',
  decimals: 2,
  computation: {
    kind: 'ratio',
    numerator: ['certified.first.care2'],
    denominator: ['insured.total'],
    per: 100,
  },
  chance: 'proportion',
  basis: { text: '本システムの設計資料 ANL-01（認定率）' },
  confidence: 'recalled',
})
