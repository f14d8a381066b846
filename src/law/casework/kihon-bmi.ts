import type { Dated } from '../types.ts'

/** 基本チェックリスト No.12（注）: the item scores when the BMI is below this. */
export const kihonBmiLimitTenths: Dated<number> = {
  id: 'casework.kihon-checklist.bmi-limit',
  title: '基本チェックリストのBMIの限界',
  unit: 'kg/m²（0.1単位、185は18.5。これ未満で該当）',
  history: [
    {
      from: '2015-04-01',
      value: 185,
      source: { text: '平成27年厚生労働省告示第197号 様式第一（注）' },
      confidence: 'recalled',
    },
  ],
  checkedOn: '2026-11-22',
}
