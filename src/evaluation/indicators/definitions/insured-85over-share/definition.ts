import { indicator } from '../../define.ts'

export default indicator({
  id: 'insured-85over-share',
  title: '第1号被保険者に占める85歳以上の割合',
  unit: '%',
  group: '第1号被保険者',
  numerator: '85歳以上の第1号被保険者数（年度末）',
  denominator: '第1号被保険者数（年度末）',
  exclusions: '第2号被保険者（40〜64歳）。',
  period: 'fiscal-year-end',
  levels: ['insurer', 'prefecture', 'nation'],
  source: '介護保険事業状況報告（年報）第2表（厚生労働省）',
  caveat:
    '被保険者の数で、住民の数ではありません。住所地特例で他市に住む人を含み、他の保険者の住所地特例の人を含みません。',
  better: 'neither',
  decimals: 1,
  computation: { kind: 'ratio', numerator: ['insured.85over'], denominator: ['insured.total'], per: 100 },
  chance: 'none',
  basis: { text: '本ソフトの決め' },
  confidence: 'decided',
})
