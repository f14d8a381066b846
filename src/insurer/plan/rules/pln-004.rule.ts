import { z } from 'zod'
import { PROCEDURE_STEPS, type ProcedureStep, planProcedure } from '../../../law/insurer/plan-procedure.ts'
import { choice, day, defineRule, refuse } from '../../../platform/computation/index.ts'
import { procedureCases } from '../examples/pln-004.ts'
import { procedureState } from './procedure-state.ts'

const STATES = {
  recorded: '記録あり',
  missing: '記録がない',
  later: '決定の日より後',
  'no-number': '条例の番号がない',
}

export const rule = defineRule({
  id: 'PLN-004',
  title: '計画を決定する前の手続の点検',
  group: '計画',
  meaning:
    '計画の状態を「決定」にする前に、住民の意見の反映、都道府県の意見、条例、公表、知事への提出が記録されているかを点検します。',
  formula: '手続ごとに、決定の日以前の記録があるか。条例は番号も要る',
  source: { text: '介護保険法第117条・第129条', url: 'https://laws.e-gov.go.jp/law/409AC0000000123' },
  confidence: 'recalled',
  limits: '記録の有無と日だけを見ます。手続の中身と順番は見ません。',
  parameters: { procedure: planProcedure },
  input: z.strictObject({
    decidedOn: day('計画を決定する日'),
    records: z
      .array(
        z.strictObject({
          step: choice('手続', PROCEDURE_STEPS),
          on: day('手続の日'),
          number: z.string('番号: 条例の番号を入力してください。').trim().nullable().default(null).meta({
            title: '番号',
            description: '条例の番号（令和9年条例第1号など）。条例でなければ書かない',
          }),
        }),
        '手続の記録: 手続を並べて入力してください。',
      )
      .meta({ title: '手続の記録', description: '済んだ手続とその日。済んでいない手続は書かない' }),
  }),
  dateOf: ({ decidedOn }) => decidedOn,
  compute({ decidedOn, records }, { law, entry, note }) {
    records.forEach(({ step }, at) => {
      if (records.findIndex((one) => one.step === step) < at)
        refuse(
          'twice',
          `records.${at}.step`,
          `手続の記録: 「${PROCEDURE_STEPS[step as ProcedureStep]}」が2度あります。1行にまとめてください。`,
        )
    })
    const steps = law.procedure.map((step) => {
      const state = procedureState(step, records.find((one) => one.step === step) ?? null, decidedOn)
      note?.({
        label: PROCEDURE_STEPS[step],
        value: STATES[state],
        source: entry.procedure.source,
        confidence: entry.procedure.confidence,
      })
      return { step, title: PROCEDURE_STEPS[step], state }
    })
    return { canDecide: steps.every(({ state }) => state === 'recorded'), steps }
  },
  cases: procedureCases,
})
