import { z } from 'zod'
import { kihonCriteria } from '../../../law/casework/kihon-criteria.ts'
import { choice, codesOf, day, defineRule } from '../../../platform/computation/index.ts'
import { INSURED_TYPES, JUDGEMENTS } from '../codes.ts'
import { judgementCases } from '../examples/checklists.ts'
import { countCriteria } from './criteria.ts'
import { judgePoints } from './judge-points.ts'
import { judge, runsOn } from './judgement.ts'
import {
  asPoints,
  codeLabels,
  criterionLabels,
  missingItems,
  pointList,
  refuseReversed,
  scoredItems,
} from './sheet-fields.ts'

const LABELS = Object.fromEntries(INSURED_TYPES.map(({ code, label }) => [code, label])) as Record<
  (typeof INSURED_TYPES)[number]['code'],
  string
>

export const rule = defineRule({
  id: 'CHK-04',
  title: 'チェックリストの判定（基準に該当するか）',
  group: '基本チェックリスト',
  meaning:
    'チェックリストの点と被保険者の種別から、「基準に該当」かどうかを判定します。事業対象者になるのは、市町村が登録したときです（CHK-05）。',
  formula:
    '第1号被保険者で、七つの基準の一つでも該当すれば「基準に該当」。該当がなく判定できない基準が残れば「判定できない」',
  source: { text: '介護保険法施行規則第140条の62の4第2号、平成27年厚生労働省告示第197号 様式第二' },
  confidence: 'recalled',
  limits: '要支援・要介護の認定がある間も判定はしますが、登録は始まりません。第2号被保険者は認定申請です。',
  parameters: { criteria: kihonCriteria },
  labels: {
    judgement: '判定',
    ...codeLabels('judgement', JUDGEMENTS),
    met: '該当した基準',
    ...criterionLabels('met'),
    undetermined: '判定できない基準',
    ...criterionLabels('undetermined'),
    notes: '注意',
    ...codesOf('notes', {
      insuredTypeUnknown: '被保険者の種別がわかりません',
      certificationRuns: '認定の有効期間中です',
    }),
  },
  input: z.strictObject({
    answeredOn: day('実施日'),
    scoredItems,
    missingItems,
    insuredType: choice('被保険者の種別', LABELS)
      .nullable()
      .meta({ title: '被保険者の種別', labels: LABELS, description: '実施日の種別。わからないときは null' }),
    certification: z
      .strictObject({
        level: choice('認定の区分', { support: '要支援', care: '要介護' }),
        from: day('有効期間の始まり'),
        to: day('有効期間の終わり')
          .nullable()
          .meta({ title: '有効期間の終わり', description: 'わからないときは null' }),
      })
      .nullable()
      .default(null)
      .meta({ title: '要支援・要介護の認定', description: 'なければ書かない' }),
  }),
  dateOf: ({ answeredOn }) => answeredOn,
  compute(sheet, { law, entry, note }) {
    const { answeredOn, insuredType, certification } = sheet
    refuseReversed(certification)
    const list = pointList(sheet)
    if (note) {
      const counted = countCriteria(asPoints(list), entry.criteria)
      for (const step of [...counted.steps, ...judge({ ...sheet, criteria: counted.value }).steps]) note(step)
    }
    const notes = [
      ...(insuredType === null ? ['insuredTypeUnknown'] : []),
      ...(certification !== null && runsOn(certification, answeredOn) ? ['certificationRuns'] : []),
    ]
    return { ...judgePoints(list, law.criteria, insuredType), notes }
  },
  cases: judgementCases,
})
