import { indicator } from '../../define.ts'

export default indicator({
  id: 'certification-rate-65-74',
  title: '要介護認定率（65〜74歳）',
  unit: '%',
  group: '要介護認定',
  numerator: '65〜74歳の認定者数（第4-1-1表の5歳ごとの2区分の合計）',
  denominator: '65〜74歳の第1号被保険者数（年度末）',
  exclusions: '第2号被保険者（40〜64歳）の認定者と、65〜74歳でない人。',
  period: 'fiscal-year-end',
  levels: ['insurer', 'prefecture', 'nation'],
  source: '介護保険事業状況報告（年報）第2表・第4-1-1表（厚生労働省）',
  caveat:
    '認定者は5歳ごとに公表されますが、第1号被保険者は3区分（65〜74、75〜84、85歳以上）だけです。そのため率も3区分でしか出せず、区分の中の年齢のかたよりはならされていません。男女別の率も出せません。',
  better: 'neither',
  decimals: 1,
  computation: {
    kind: 'ratio',
    numerator: ['certified.65-69.total', 'certified.70-74.total'],
    denominator: ['insured.65-74'],
    per: 100,
  },
  chance: 'proportion',
  basis: { text: '本システムの設計資料 ANL-01（認定率）' },
  confidence: 'recalled',
})
