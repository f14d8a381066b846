import { z } from 'zod'
import { fullTimeEquivalentStep } from '../../../law/evaluation/centre-full-time-equivalent.ts'
import { defineRule, refuse, whole } from '../../../platform/computation/index.ts'
import { product } from '../../../platform/exact/index.ts'
import { councilDecisionField } from './council-decision.ts'

const WEEK = 16_800 // number: hundredths of an hour in a week
const hours = (title: string, min: number) =>
  whole(title, '（100分の1時間）', { min, max: WEEK, help: '週38時間45分は 3875' })

export const rule = defineRule({
  id: 'full-time-equivalent',
  covers: ['EV-23'],
  title: '常勤換算',
  group: 'センター事業評価',
  meaning:
    '週の勤務時間の合計が、常勤の何人分に当たるかです。運営協議会が必要と認めたときだけ、職員の基準に数えられます。',
  formula: '勤務時間の合計÷常勤の週の勤務時間、0.1人未満は切捨て',
  source: { text: '介護保険法施行規則第140条の66第1号イ（令和6年改正）' },
  confidence: 'secondary',
  limits:
    '一人の勤務時間は、常勤の時間までを数えます（本ソフトの決め）。暦月による換算や、兼務の時間の分け方は見ません。',
  parameters: { stepTenths: fullTimeEquivalentStep },
  input: z.strictObject({
    hoursHundredths: z
      .array(hours('週の勤務時間', 0), '勤務時間: 並びで入力してください。')
      .min(1, '勤務時間: 1人以上入力してください。')
      .meta({ title: '職員ごとの週の勤務時間', description: '100分の1時間。38時間45分は 3875' }),
    fullTimeHoursHundredths: hours('常勤の週の勤務時間', 1),
    councilDecision: councilDecisionField,
  }),
  compute(
    { hoursHundredths, fullTimeHoursHundredths, councilDecision },
    { law, entry, note, round, caution },
  ) {
    const above = hoursHundredths.findIndex((one) => one > fullTimeHoursHundredths)
    if (above >= 0)
      refuse(
        'above-full-time',
        `hoursHundredths.${above}`,
        '週の勤務時間: 常勤の勤務時間を超えています。常勤の時間までを入力してください。',
      )
    const sum = hoursHundredths.reduce((all, one) => all + one, 0)
    const exact = { over: product(sum, 10), under: fullTimeHoursHundredths }
    const fullTimeEquivalentTenths = round('常勤換算', exact, 'down', law.stepTenths, '（0.1人）')
    const mayCount = councilDecision !== null
    note?.({
      label: '常勤換算',
      formula: '勤務時間の合計÷常勤の勤務時間',
      inputs: {
        勤務時間の合計: sum / 100,
        常勤の勤務時間: fullTimeHoursHundredths / 100,
        運営協議会の判断: councilDecision,
      },
      value: fullTimeEquivalentTenths / 10,
      unit: '人',
      source: entry.stepTenths.source,
      confidence: entry.stepTenths.confidence,
    })
    if (!mayCount) caution('運営協議会の判断がないので、この人数は職員の基準に数えられません。')
    return { fullTimeEquivalentTenths, mayCount }
  },
  cases: (() => {
    const given = (councilDecision: string | null, ...hoursHundredths: readonly number[]) => ({
      hoursHundredths: [...hoursHundredths],
      fullTimeHoursHundredths: 3875,
      councilDecision,
    })
    return [
      {
        title: 'EV-23 38時間45分、20時間、20時間で2.0人（2.03の切捨て）',
        on: '2026-04-01',
        input: given('架空の運営協議会 2024-05', 3875, 2000, 2000),
        value: { fullTimeEquivalentTenths: 20, mayCount: true },
      },
      {
        title: '運営協議会の判断がなければ、数えられない',
        on: '2026-04-01',
        input: given(null, 3875, 2000, 2000),
        value: { fullTimeEquivalentTenths: 20, mayCount: false },
      },
      {
        title: '0.1人のすぐ下と、ちょうど',
        on: '2026-04-01',
        input: { ...given(null, 399), fullTimeHoursHundredths: 4000 },
        value: { fullTimeEquivalentTenths: 0, mayCount: false },
      },
      {
        title: 'ちょうど0.1人',
        on: '2026-04-01',
        input: { ...given(null, 400), fullTimeHoursHundredths: 4000 },
        value: { fullTimeEquivalentTenths: 1, mayCount: false },
      },
      {
        title: '常勤の時間を超える勤務は断る',
        on: '2026-04-01',
        input: given(null, 3875, 3876),
        refused: { code: 'above-full-time', path: 'hoursHundredths.1' },
      },
      {
        title: '空白だけの判断は断る',
        on: '2026-04-01',
        input: given('　', 3875),
        refused: { code: 'invalid_format', path: 'councilDecision' },
      },
      {
        title: '令和6年3月までは使えない',
        on: '2024-03-31',
        input: given('架空の運営協議会', 3875),
        refused: { code: 'no-value-in-force' },
      },
    ]
  })(),
})
