import { indicator } from '../../define.ts'

export default indicator({
  id: 'certification-rate-support',
  title: '要介護認定率（要支援1・2）',
  unit: '%',
  group: '要介護認定',
  numerator: '要支援1・2の第1号被保険者数（年度末）',
  denominator: '第1号被保険者数（年度末）',
  exclusions: '第2号被保険者（40〜64歳）の認定者と、要介護の人、総合事業の事業対象者。',
  period: 'fiscal-year-end',
  levels: ['insurer', 'prefecture', 'nation'],
  source: '介護保険事業状況報告（年報）第2表・第4-1-1表（厚生労働省）',
  caveat:
    '基本チェックリストによる事業対象者は入りません。認定を受けずに総合事業を使う人が多いと低くなります。',
  better: 'neither',
  decimals: 1,
  computation: {
    kind: 'ratio',
    numerator: ['certified.first.support1', 'certified.first.support2'],
    denominator: ['insured.total'],
    per: 100,
  },
  chance: 'proportion',
  basis: { text: '本システムの設計資料 ANL-01（認定率）' },
  confidence: 'recalled',
})
