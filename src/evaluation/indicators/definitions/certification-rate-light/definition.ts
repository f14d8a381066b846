import { indicator } from '../../define.ts'

export default indicator({
  id: 'certification-rate-light',
  title: '要介護認定率（軽度: 要支援1〜要介護2）',
  unit: '%',
  group: '要介護認定',
  numerator: '要支援1〜要介護2の第1号被保険者数（年度末）',
  denominator: '第1号被保険者数（年度末）',
  exclusions: '第2号被保険者（40〜64歳）の認定者と、要介護3〜5の人。',
  period: 'fiscal-year-end',
  levels: ['insurer', 'prefecture', 'nation'],
  source: '介護保険事業状況報告（年報）第2表・第4-1-1表（厚生労働省）',
  caveat:
    '高齢の人の割合と、軽いうちに申請する人の多さの両方で変わります。高齢の人が多い保険者ほど高くなります。年齢のちがいをならした値は「年齢を調整した認定率」を見てください。',
  better: 'neither',
  decimals: 1,
  computation: {
    kind: 'ratio',
    numerator: [
      'certified.first.support1',
      'certified.first.support2',
      'certified.first.care1',
      'certified.first.care2',
    ],
    denominator: ['insured.total'],
    per: 100,
  },
  adjusted: 'adjusted-certification-rate-light',
  chance: 'proportion',
  basis: { text: '本システムの設計資料 ANL-01（認定率）' },
  confidence: 'recalled',
})
