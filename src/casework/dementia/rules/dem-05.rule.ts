import { z } from 'zod'
import { dementiaZarit8 } from '../../../law/casework/dementia-scales.ts'
import { codesOf, defineRule } from '../../../platform/computation/index.ts'
import { points } from './points-field.ts'
import { AGAINST, against, refuseOutsideScale, scaleProblems, scaleTotal } from './scale.ts'

export const rule = defineRule({
  id: 'DEM-05',
  title: 'J-ZBI_8 の合計点',
  group: '認知症',
  meaning: '介護する方の負担の8項目の合計点と、よく使われる13点に達しているかです。',
  formula:
    '合計＝個人の負担5項目と役割の負担3項目の点（0～4点）の和。13点以上か。欠けた項目は、0点と4点の場合の範囲で示す',
  source: { text: 'Zarit介護負担尺度日本語版の短縮版 J-ZBI_8', url: 'https://paperzz.com/doc/5658894/' },
  confidence: 'unverified',
  limits:
    '質問文は載せていません（使用許諾が要ります）。どの項目がどちらの負担に入るかは用紙で確かめて入力してください。13点は原典で確かめていません。',
  parameters: { scale: dementiaZarit8 },
  input: z.strictObject({
    personalPoints: points('個人の負担（personal strain）の5項目の点'),
    rolePoints: points('役割の負担（role strain）の3項目の点'),
  }),
  compute({ personalPoints, rolePoints }, { law: { scale }, entry, note }) {
    const personal = { ...scale, items: scale.personalItems }
    const role = { ...scale, items: scale.roleItems }
    refuseOutsideScale([
      ...scaleProblems(personalPoints, personal, 'personalPoints'),
      ...scaleProblems(rolePoints, role, 'rolePoints'),
    ])
    const total = scaleTotal([...personalPoints, ...rolePoints], personal)
    const result = against(total, scale.cutPoints)
    const personalTotal = scaleTotal(personalPoints, personal).total
    const roleTotal = scaleTotal(rolePoints, role).total
    const { source, confidence } = entry.scale
    note?.({
      label: '合計点',
      formula: '個人の負担＋役割の負担',
      inputs: { 個人の負担: personalTotal, 役割の負担: roleTotal, 欠けた項目: total.missing },
      value: total.total,
      unit: '点',
    })
    note?.({ label: '合計点の範囲', value: `${total.min}～${total.max}`, unit: '点' })
    note?.({
      label: '区切り',
      formula: `${scale.cutPoints}点以上`,
      value: AGAINST[result],
      source,
      confidence,
    })
    return { ...total, personalTotal, roleTotal, result }
  },
  labels: {
    total: '合計点',
    min: '合計点の最小',
    max: '合計点の最大',
    missing: '欠けた項目',
    personalTotal: '個人の負担',
    roleTotal: '役割の負担',
    result: '区切り',
    ...codesOf('result', AGAINST),
  },
  cases: [
    {
      title: '12点は区切り未満',
      on: '2026-04-01',
      input: { personalPoints: [2, 2, 2, 2, 1], rolePoints: [1, 1, 1] },
      value: { total: 12, min: 12, max: 12, missing: 0, personalTotal: 9, roleTotal: 3, result: 'below' },
    },
    {
      title: '13点は区切り以上',
      on: '2026-04-01',
      input: { personalPoints: [2, 2, 2, 2, 2], rolePoints: [1, 1, 1] },
      value: {
        total: 13,
        min: 13,
        max: 13,
        missing: 0,
        personalTotal: 10,
        roleTotal: 3,
        result: 'at-or-over',
      },
    },
    {
      title: '7項目で12点、1項目が欠けている',
      on: '2026-04-01',
      input: { personalPoints: [2, 2, 2, 2, 2], rolePoints: [1, 1, null] },
      value: {
        total: null,
        min: 12,
        max: 16,
        missing: 1,
        personalTotal: 10,
        roleTotal: null,
        result: 'undetermined',
      },
    },
    {
      title: '項目の数も点も違うときは、すべて言う',
      on: '2026-04-01',
      input: { personalPoints: [2, 2, 2, 2], rolePoints: [1, 1, 5] },
      refused: { code: 'wrong-number-of-items', path: 'personalPoints' },
    },
    {
      title: '役割の負担に5点がある',
      on: '2026-04-01',
      input: { personalPoints: [2, 2, 2, 2, 2], rolePoints: [1, 1, 5] },
      refused: { code: 'points-outside-scale', path: 'rolePoints.2' },
    },
  ],
})
