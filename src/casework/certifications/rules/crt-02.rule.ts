import { z } from 'zod'
import { firstJudgementBands } from '../../../law/casework/first-judgement-bands.ts'
import { defineRule, whole } from '../../../platform/computation/index.ts'

export const rule = defineRule({
  id: 'CRT-02',
  title: '一次判定の基準時間の区分',
  group: '要介護認定',
  meaning: '一次判定ソフトが出した要介護認定等基準時間が、どの区分にあたるかを読みます。',
  formula:
    '25分未満 非該当、32分未満 要支援1、50分未満 要支援2または要介護1、70分未満 要介護2、90分未満 要介護3、110分未満 要介護4、110分以上 要介護5',
  source: { text: '要介護認定等に係る介護認定審査会による審査及び判定の基準等に関する省令' },
  confidence: 'recalled',
  limits:
    '基準時間は国の一次判定ソフトが計算します。要支援2と要介護1は、状態の安定性と認知機能で分かれます。',
  parameters: { bands: firstJudgementBands },
  labels: { result: '区分' },
  input: z.strictObject({
    tenthsMinute: whole('要介護認定等基準時間', '0.1分').nullable().meta({
      title: '要介護認定等基準時間',
      unit: '0.1分',
      description: '25.0分は250。ないときは null（0.1分）',
    }),
  }),
  compute({ tenthsMinute }, { law, entry, note }) {
    const found =
      tenthsMinute === null
        ? null
        : law.bands.findLast(({ fromTenthsMinute }) => fromTenthsMinute <= tenthsMinute)!
    note?.({
      label: '一次判定の区分',
      formula: '基準時間の下限による',
      inputs: { '基準時間（0.1分）': tenthsMinute },
      value: found?.result ?? null,
      source: entry.bands.source,
      confidence: entry.bands.confidence,
    })
    return { result: found?.result ?? null }
  },
  cases: (
    [
      [249, '非該当'],
      [250, '要支援1'],
      [319, '要支援1'],
      [320, '要支援2または要介護1'],
      [499, '要支援2または要介護1'],
      [500, '要介護2'],
      [699, '要介護2'],
      [700, '要介護3'],
      [899, '要介護3'],
      [900, '要介護4'],
      [1099, '要介護4'],
      [1100, '要介護5'],
      [0, '非該当'],
      [null, null],
    ] as const
  ).map(([tenthsMinute, result]) => ({
    title: tenthsMinute === null ? '基準時間がない' : `${(tenthsMinute / 10).toFixed(1)}分`,
    on: '2026-11-22',
    input: { tenthsMinute },
    value: { result },
  })),
})
