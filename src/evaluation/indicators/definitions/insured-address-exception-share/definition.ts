import { indicator } from '../../define.ts'

export default indicator({
  id: 'insured-address-exception-share',
  title: '第1号被保険者に占める住所地特例の割合',
  unit: '%',
  group: '第1号被保険者',
  numerator: '住所地特例の第1号被保険者数（年度末）',
  denominator: '第1号被保険者数（年度末）',
  exclusions: '第2号被保険者（40〜64歳）。',
  period: 'fiscal-year-end',
  levels: ['insurer', 'prefecture', 'nation'],
  source: '介護保険事業状況報告（年報）第2表（厚生労働省）',
  caveat:
    'この保険者の被保険者で、他市町村の施設などに住む人の割合です。この市町村の施設に他から来ている人の割合ではありません。',
  better: 'neither',
  decimals: 2,
  computation: {
    kind: 'ratio',
    numerator: ['insured.address-exception'],
    denominator: ['insured.total'],
    per: 100,
  },
  chance: 'none',
  basis: { text: '本ソフトの決め' },
  confidence: 'decided',
})
