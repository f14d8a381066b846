import { indicator } from '../../define.ts'

export default indicator({
  id: 'certification-rate-85over',
  title: '要介護認定率（85歳以上）',
  unit: '%',
  group: '要介護認定',
  numerator: '85歳以上の認定者数（第4-1-1表の5歳ごとの2区分の合計）',
  denominator: '85歳以上の第1号被保険者数（年度末）',
  exclusions: '第2号被保険者（40〜64歳）の認定者と、85歳以上でない人。',
  period: 'fiscal-year-end',
  levels: ['insurer', 'prefecture', 'nation'],
  source: '介護保険事業状況報告（年報）第2表・第4-1-1表（厚生労働省）',
  caveat:
    '認定者は5歳ごとに公表されますが、第1号被保険者は3区分（65〜74、75〜84、85歳以上）だけです。そのため率も3区分でしか出せず、90歳以上が多いかどうかはならされていません。男女別の率も出せません。',
  better: 'neither',
  decimals: 1,
  computation: {
    kind: 'ratio',
    numerator: ['certified.85-89.total', 'certified.90over.total'],
    denominator: ['insured.85over'],
    per: 100,
  },
  chance: 'proportion',
  basis: { text: '本システムの設計資料 ANL-01（認定率）' },
  confidence: 'recalled',
})
