import { z } from 'zod'
import { kihonCriteria } from '../../../law/casework/kihon-criteria.ts'
import { defineRule } from '../../../platform/computation/index.ts'
import { CRITERION_RESULTS } from '../codes.ts'
import { criteriaCases } from '../examples/checklists.ts'
import { countCriteria } from './criteria.ts'
import {
  asPoints,
  codeLabels,
  criterionLabels,
  missingItems,
  pointList,
  scoredItems,
} from './sheet-fields.ts'

export const rule = defineRule({
  id: 'CHK-03',
  covers: ['KCL-1', 'KCL-2', 'KCL-3', 'KCL-4', 'KCL-5', 'KCL-6', 'KCL-7'],
  title: '七つの基準（様式第二）',
  group: '基本チェックリスト',
  meaning: '25項目の点から、様式第二の七つの基準に該当するかを、基準ごとに判定します。',
  formula:
    '数える項目の1点の数が下限以上なら該当。わからない項目を足しても届かなければ該当しない。それ以外は判定できない',
  source: { text: '平成27年厚生労働省告示第197号 様式第二' },
  confidence: 'recalled',
  limits:
    'No.17だけでは閉じこもりに該当しません。うつの5項目は「複数の項目に支障」に数えません。わからない項目の扱いは本ソフトの決めです。',
  parameters: { criteria: kihonCriteria },
  labels: {
    key: '記号',
    ...criterionLabels('key'),
    label: '基準',
    known: '該当した項目の数',
    unknown: 'わからない項目の数',
    atLeast: '該当に要る数',
    result: '結果',
    ...codeLabels('result', CRITERION_RESULTS),
  },
  input: z.strictObject({ scoredItems, missingItems }),
  compute(sheet, { entry, note }) {
    const { value, steps } = countCriteria(asPoints(pointList(sheet)), entry.criteria)
    for (const step of steps) note?.(step)
    return value.map(({ key, label, known, unknown, atLeast, result }) => ({
      key,
      label,
      known,
      unknown,
      atLeast,
      result,
    }))
  },
  cases: criteriaCases,
})
