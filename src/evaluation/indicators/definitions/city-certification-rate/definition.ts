import { indicator } from '../../define.ts'

export default indicator({
  id: 'city-certification-rate',
  title: '認定者の割合（市の集計、10月1日）',
  unit: '%',
  group: '要介護認定',
  numerator: '市が公表する要支援・要介護の認定者数（10月1日）',
  denominator: '市が公表する第1号被保険者数（10月1日）',
  exclusions: '市の公表に説明がなく、第2号被保険者を除くかどうかは分かりません。',
  period: 'october',
  levels: ['municipality'],
  source: '第1号被保険者数・認定者数（市のオープンデータ）',
  caveat:
    '厚生労働省の年報の認定率とは、時点も数え方もちがいます。平均したり、つないで一本の線にしたりできません。認定者に第2号被保険者が入っていれば、認定率より高く出ます。',
  better: 'neither',
  decimals: 1,
  computation: { kind: 'ratio', numerator: ['city.certified'], denominator: ['city.insured'], per: 100 },
  chance: 'proportion',
  basis: { text: '本ソフトの決め' },
  confidence: 'decided',
})
