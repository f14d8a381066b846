import { z } from 'zod'
import { reviewFeeCeilingYen } from '../../../law/insurer/premium-review-fee.ts'
import { defineRule, whole, yen } from '../../../platform/computation/index.ts'
import { divide, product } from '../../../platform/exact/index.ts'

export const rule = defineRule({
  id: 'PRM-02',
  title: '算定対象審査支払手数料',
  group: '保険料',
  meaning: '審査支払手数料のうち、保険料の算定に入れる額を、1件あたりの単価と件数から出します。',
  formula: '単価×件数。単価が上限を超えるときは上限×件数',
  source: { text: '介護保険法施行令第38条第3項' },
  confidence: 'recalled',
  limits: '単価の上限は第10期の仮の値だけを登録しています。それより前の日では、上限を当てはめません。',
  parameters: { ceilingYen: reviewFeeCeilingYen },
  input: z.strictObject({ unitYen: yen('1件あたりの手数料'), claims: whole('件数', '件') }),
  compute({ unitYen, claims }, { on, law, entry, note, caution }) {
    const isCapped = on >= reviewFeeCeilingYen.history[0]!.from
    const countedUnitYen = isCapped ? Math.min(unitYen, law.ceilingYen) : unitYen
    if (countedUnitYen < unitYen)
      caution(`1件${unitYen}円のうち、算定の対象になるのは${countedUnitYen}円までです。`)
    const reviewFeeYen = divide({ over: product(countedUnitYen, claims), under: 1 }, 'none')
    note?.({
      label: '算定対象審査支払手数料',
      formula: '算定の対象になる単価×件数',
      inputs: { 単価: unitYen, 算定の対象になる単価: countedUnitYen, 件数: claims },
      value: reviewFeeYen,
      unit: '円',
      ...(isCapped ? { source: entry.ceilingYen.source, confidence: entry.ceilingYen.confidence } : {}),
    })
    return { countedUnitYen, reviewFeeYen }
  },
  cases: [
    {
      title: 'A町の下書き: 60円×34,905件',
      on: '2024-04-01',
      input: { unitYen: 60, claims: 34_905 },
      value: { countedUnitYen: 60, reviewFeeYen: 2_094_300 },
      source: { text: 'A町（匿名）の将来推計総括表の下書き（二次資料）' },
      isSecondary: true,
    },
    {
      title: '手数料の額が正確に数えられない',
      on: '2024-04-01',
      input: { unitYen: 100_000_001, claims: 100_000_001 },
      refused: { code: 'too-large' },
    },
    ...(
      [
        ['2027-03-31', 96, 96],
        ['2027-04-01', 94, 94],
        ['2027-04-01', 95, 95],
        ['2027-04-01', 96, 95],
        ['2030-03-31', 96, 95],
      ] as const
    ).map(([on, unitYen, countedUnitYen]) => ({
      title: `${on} 単価${unitYen}円`,
      on,
      input: { unitYen, claims: 1000 },
      value: { countedUnitYen, reviewFeeYen: countedUnitYen * 1000 },
    })),
    {
      title: '第11期の上限は、仮の値もない',
      on: '2030-04-01',
      input: { unitYen: 96, claims: 1000 },
      refused: { code: 'no-value-in-force' },
    },
  ],
})
