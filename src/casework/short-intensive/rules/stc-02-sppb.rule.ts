import { z } from 'zod'
import { shortIntensiveSppb } from '../../../law/casework/short-intensive-cuts.ts'
import { defineRule, orUnknown, RuleRefusal, whole, yesNo } from '../../../platform/computation/index.ts'
import { sppbCases } from '../sppb-cases.ts'
import { notHeldBeforeHarder, type SppbInput, sppbPoints } from './sppb.ts'

const seconds = (title: string, min = 0) =>
  orUnknown(whole(title, '0.01秒', { min, max: 100_000 }), '測っていなければ null') // number: what a time may be

const STANDS: Partial<Record<keyof SppbInput, string>> = {
  sideHundredthsSecond: '閉脚立位',
  semiHundredthsSecond: 'セミタンデム立位',
}

export const rule = defineRule({
  id: 'STC-02-SPPB',
  title: 'SPPB の点',
  group: '総合事業',
  meaning:
    'バランス、4m歩行、5回立ち上がりから SPPB（0～12点）を求めます。一つでも測っていなければ合計は出ません。',
  formula: '合計＝バランス（0～4点）＋4m歩行（0～4点）＋5回立ち上がり（0～4点）',
  source: { text: 'SPPB（身体機能の簡易検査、Guralnik et al. 1994）' },
  confidence: 'recalled',
  limits:
    '立ち方は閉脚、セミタンデム、タンデムの順に行い、10秒保てなければそこで終えたものとします。時間の記録がない立ち方は、それより難しい立ち方を10秒保てていれば、保てたものとします。',
  parameters: { sppb: shortIntensiveSppb },
  input: z.strictObject({
    sideHundredthsSecond: seconds('閉脚立位'),
    semiHundredthsSecond: seconds('セミタンデム立位'),
    tandemHundredthsSecond: seconds('タンデム立位'),
    walkHundredthsSecond: seconds('4m歩行', 1),
    isWalkUnable: yesNo('4m歩行ができない'),
    chairHundredthsSecond: seconds('5回立ち上がり', 1),
    isChairUnable: yesNo('5回立ち上がりができない'),
  }),
  compute(input, { law, entry, note }) {
    const contradictions = [
      {
        field: 'walkHundredthsSecond',
        is: input.isWalkUnable && input.walkHundredthsSecond !== null,
        name: '4m歩行',
      },
      {
        field: 'chairHundredthsSecond',
        is: input.isChairUnable && input.chairHundredthsSecond !== null,
        name: '5回立ち上がり',
      },
    ].filter(({ is }) => is)
    if (contradictions.length > 0)
      throw new RuleRefusal(
        contradictions.map(({ field, name }) => ({
          path: field,
          code: 'unable-with-time',
          message: `${name}: 「できない」と時間の両方が入っています。どちらか一つにしてください。`,
        })),
      )
    const notHeld = notHeldBeforeHarder(input, law.sppb)
    if (notHeld.length > 0)
      throw new RuleRefusal(
        notHeld.map((field) => ({
          path: field,
          code: 'harder-stand-held',
          message: `${STANDS[field] ?? field}: 保てなかったのに、それより難しい立ち方を保っています。どちらかの時間を確かめてください。`,
        })),
      )
    const points = sppbPoints(input, law.sppb)
    const { source, confidence } = entry.sppb
    note?.({ label: 'バランス', value: points.balance, unit: '点', source, confidence })
    note?.({ label: '4m歩行', value: points.walk, unit: '点', source, confidence })
    note?.({ label: '5回立ち上がり', value: points.chair, unit: '点', source, confidence })
    note?.({ label: '合計', formula: '三つの点の和', value: points.total, unit: '点' })
    return points
  },
  labels: { balance: 'バランス', walk: '4m歩行', chair: '5回立ち上がり', total: '合計' },
  cases: sppbCases,
})
