import { indicator } from '../../define.ts'

export default indicator({
  id: 'insured-foreign-share',
  title: '第1号被保険者に占める外国人の割合',
  unit: '%',
  group: '第1号被保険者',
  numerator: '外国人の第1号被保険者数（年度末）',
  denominator: '第1号被保険者数（年度末）',
  exclusions: '第2号被保険者（40〜64歳）。',
  period: 'fiscal-year-end',
  levels: ['insurer', 'prefecture', 'nation'],
  source: '介護保険事業状況報告（年報）第2表（厚生労働省）',
  caveat:
    '国籍や在留の種類、ことばの支えが要るかどうかは分かりません。人数が少ない保険者では1人で大きく変わります。',
  better: 'neither',
  decimals: 2,
  computation: { kind: 'ratio', numerator: ['insured.foreign'], denominator: ['insured.total'], per: 100 },
  chance: 'none',
  basis: { text: '本ソフトの決め' },
  confidence: 'decided',
})
