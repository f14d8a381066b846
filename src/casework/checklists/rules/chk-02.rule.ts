import { z } from 'zod'
import { kihonBmiLimitTenths } from '../../../law/casework/kihon-bmi.ts'
import { plausibleBody } from '../../../law/casework/measured-body.ts'
import { codesOf, defineRule, whole } from '../../../platform/computation/index.ts'
import { bmiItemCases } from '../examples/checklists.ts'
import { bmiItem } from './bmi.ts'

const measured = (title: string, unit: string, help: string) =>
  whole(title, unit)
    .nullable()
    .meta({ title, unit, description: `${help}。測っていないときは null（${unit}）` })

export const rule = defineRule({
  id: 'CHK-02',
  title: 'BMIの項目（No.12）',
  group: '基本チェックリスト',
  meaning: '身長と体重から、No.12が1点になるかを判定します。',
  formula: 'BMI＝体重kg÷身長m÷身長m が18.5未満なら1点。丸める前の値で比べる',
  source: { text: '平成27年厚生労働省告示第197号 様式第一（注）' },
  confidence: 'recalled',
  limits:
    '入力の範囲（身長100.0～220.0cm、体重20.0～200.0kg）は本ソフトの決めです。範囲の外の値は使わず、わからないとします。',
  parameters: { limitTenths: kihonBmiLimitTenths, plausible: plausibleBody },
  labels: {
    point: 'No.12の点',
    printedBmiTenths: '表示するBMI（0.1）',
    warnings: '注意',
    ...codesOf('warnings', { heightImplausible: '身長が範囲の外', weightImplausible: '体重が範囲の外' }),
  },
  input: z.strictObject({
    heightHundredthsCm: measured('身長', '0.01cm', '156.0cmは15600'),
    weightHundredthsKg: measured('体重', '0.01kg', '45.0kgは4500'),
  }),
  compute(input, { entry, note, caution }) {
    const { value, steps } = bmiItem(input, { limitTenths: entry.limitTenths, plausible: entry.plausible })
    for (const step of steps) note?.(step)
    for (const warning of value.warnings)
      caution(
        `${warning === 'heightImplausible' ? '身長' : '体重'}が範囲の外です。単位（cm、kg）を確かめてください。`,
      )
    return value
  },
  cases: bmiItemCases,
})
