import { z } from 'zod'
import { defineRule, persons, refuse, whole } from '../../../platform/computation/index.ts'
import { product } from '../../../platform/exact/index.ts'

export const rule = defineRule({
  id: 'CDY-07',
  title: '認定率の突き合わせ',
  group: '健康寿命',
  meaning: '手元の人数から求めた認定率が、介護保険事業状況報告で公表された率と同じかを確かめます。',
  formula: '認定率＝認定者数÷被保険者数。公表された桁で四捨五入して比べる',
  source: { text: '介護保険事業状況報告' },
  confidence: 'seen',
  limits: '公表された率は0.001%で入力します。人数の基準日が同じことは、入力の前に確かめてください。',
  parameters: {},
  input: z.strictObject({
    certified: persons('認定者数'),
    insured: persons('被保険者数', { min: 1 }),
    publishedThousandths: whole('公表された認定率', '0.001%', { max: 100_000 }), // number: 100 % in these units
  }),
  compute({ certified, insured, publishedThousandths }, { note, round, caution }) {
    if (certified > insured)
      refuse(
        'more-than-insured',
        'certified',
        '認定者数が被保険者数を超えています。第2号の認定者が入っていないか確かめてください。',
      )
    const exact = { over: product(certified, 100, 1000), under: insured }
    const computedThousandths = round('認定率', exact, 'half-up', 1, '0.001%')
    const isSame = computedThousandths === publishedThousandths
    if (!isSame)
      caution('公表された率と合いません。基準日、第2号の認定者、住所地特例の扱いを確かめてください。')
    note?.({
      label: '認定率',
      formula: '認定者数÷被保険者数',
      inputs: { 認定者数: certified, 被保険者数: insured },
      value: computedThousandths,
      unit: '0.001%',
    })
    note?.({ label: '公表された率と同じか', inputs: { 公表された率: publishedThousandths }, value: isSame })
    return { computedThousandths, isSame, differenceThousandths: computedThousandths - publishedThousandths }
  },
  labels: {
    computedThousandths: '計算した認定率（0.001%）',
    isSame: '公表された率と同じか',
    differenceThousandths: '差（0.001%）',
  },
  cases: [
    {
      title: '1,984人÷9,090人は21.826%',
      on: '2026-04-01',
      input: { certified: 1984, insured: 9090, publishedThousandths: 21_826 },
      value: { computedThousandths: 21_826, isSame: true, differenceThousandths: 0 },
      source: { text: '地域分析・検討シート（市町村の公開資料）' },
      isSecondary: true,
    },
    {
      title: '1人違えば、率も違う',
      on: '2026-04-01',
      input: { certified: 1985, insured: 9090, publishedThousandths: 21_826 },
      value: { computedThousandths: 21_837, isSame: false, differenceThousandths: 11 },
    },
    {
      title: '全員が認定されていれば100%',
      on: '2026-04-01',
      input: { certified: 7, insured: 7, publishedThousandths: 100_000 },
      value: { computedThousandths: 100_000, isSame: true, differenceThousandths: 0 },
    },
    {
      title: '認定者が被保険者より多い',
      on: '2026-04-01',
      input: { certified: 8, insured: 7, publishedThousandths: 100_000 },
      refused: { code: 'more-than-insured', path: 'certified' },
    },
  ],
})
