import { indicator } from '../../define.ts'

export default indicator({
  id: 'certification-rate',
  title: '要介護認定率',
  unit: '%',
  group: '要介護認定',
  numerator: '要支援・要介護の認定を受けた第1号被保険者数（年度末）',
  denominator: '第1号被保険者数（年度末）',
  exclusions: '第2号被保険者（40〜64歳）の認定者。',
  period: 'fiscal-year-end',
  levels: ['insurer', 'prefecture', 'nation'],
  source: '介護保険事業状況報告（年報）第2表・第4-1-1表（厚生労働省）',
  caveat:
    '認定を受けた人の割合であって、介護を必要とする人の割合ではありません。申請のしかたや、認定を受けずに暮らす人の多さでも変わります。高齢の人が多い保険者ほど高くなります。年齢のちがいをならした値は「年齢を調整した認定率」を見てください。',
  better: 'neither',
  decimals: 1,
  computation: {
    kind: 'ratio',
    numerator: ['certified.first.total'],
    denominator: ['insured.total'],
    per: 100,
  },
  adjusted: 'adjusted-certification-rate',
  chance: 'proportion',
  basis: { text: '本システムの設計資料 ANL-01（認定率）' },
  confidence: 'recalled',
})
