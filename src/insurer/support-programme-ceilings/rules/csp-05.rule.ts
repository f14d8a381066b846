import { z } from 'zod'
import { choice, codesOf, day, defineRule, yen } from '../../../platform/computation/index.ts'
import { againstCeiling } from './against-ceiling.ts'

const STATES = { within: '内', agreed: '個別協議', over: '超過' } as const

export const rule = defineRule({
  id: 'CSP-05',
  title: '総合事業費と上限額の年度の点検',
  group: '地域支援事業の上限',
  meaning:
    '総合事業費が上限の内にあるか、個別協議で認められた超過か、交付金の対象にならない超過かを見ます。実績と見込みのどちらにも使えます。',
  formula:
    '超過＝総合事業費−上限額。0円以下は「内」、個別協議で認められた額までは「個別協議」、それを超えれば「超過」',
  source: {
    text: '介護保険法施行令第37条の13・総合事業の上限額の個別協議に関する通知（令和4年3月28日）',
    url: 'https://www.wic-net.com/material/document/22358/75',
  },
  confidence: 'seen',
  limits: '個別協議が認められるかどうかは判定しません。認められた額・理由・日は市町村の記録から入力します。',
  parameters: {},
  input: z.strictObject({
    kind: choice('額の種類', { actual: '実績', forecast: '見込み' }),
    spentYen: yen('総合事業費'),
    capYen: yen('上限額'),
    agreement: z
      .strictObject(
        {
          approvedExcessYen: yen('認められた超過額'),
          reason: z
            .string('個別協議の理由を入力してください。')
            .trim()
            .min(1, '個別協議の理由を入力してください。記録のない協議は数えません。')
            .meta({ title: '理由' }),
          approvedOn: day('認められた日'),
        },
        '個別協議: 認められた額、理由、日を入力するか、協議がなければ空にしてください。',
      )
      .nullable()
      .meta({ title: '個別協議', description: '個別協議がなければ空（null）' }),
  }),
  compute({ kind, spentYen, capYen, agreement }, { note, caution }) {
    const found = againstCeiling({ spentYen, capYen, approvedExcessYen: agreement?.approvedExcessYen ?? 0 })
    if (kind === 'forecast') caution('見込みによる点検です。実績が出たら、もう一度点検してください。')
    note?.({
      label: '超過',
      formula: '総合事業費−上限額',
      inputs: { 総合事業費: spentYen, 上限額: capYen },
      value: found.overYen,
      unit: '円',
    })
    note?.({ label: '区分', value: STATES[found.state] })
    note?.({
      label: '交付金の対象にならない額',
      formula: '超過のうち、個別協議で認められた額を超える分',
      inputs: { 認められた超過額: agreement?.approvedExcessYen ?? null },
      value: found.notEligibleYen,
      unit: '円',
    })
    return { kind, ...found }
  },
  labels: {
    overYen: '超過',
    state: '区分',
    ...codesOf('state', STATES),
    notEligibleYen: '交付金の対象にならない額',
  },
  cases: (
    [
      ['上限ちょうどは内', 99_000_000, null, { overYen: 0, state: 'within', notEligibleYen: 0 }],
      ['上限より1円少ない', 98_999_999, null, { overYen: -1, state: 'within', notEligibleYen: 0 }],
      ['上限より1円多い', 99_000_001, null, { overYen: 1, state: 'over', notEligibleYen: 1 }],
      [
        '認められた額ちょうどは個別協議',
        104_000_000,
        5_000_000,
        { overYen: 5_000_000, state: 'agreed', notEligibleYen: 0 },
      ],
      [
        '認められた額を1円超える',
        104_000_001,
        5_000_000,
        { overYen: 5_000_001, state: 'over', notEligibleYen: 1 },
      ],
      [
        '協議があっても、上限の内は内',
        90_000_000,
        5_000_000,
        { overYen: -9_000_000, state: 'within', notEligibleYen: 0 },
      ],
    ] as const
  ).map(([title, spentYen, approvedExcessYen, value]) => ({
    title: `${title}（架空の額）`,
    on: '2026-04-01',
    input: {
      kind: 'actual' as const,
      spentYen,
      capYen: 99_000_000,
      agreement:
        approvedExcessYen === null
          ? null
          : { approvedExcessYen, reason: '架空の理由', approvedOn: '2026-03-01' },
    },
    value: { kind: 'actual', ...value },
  })),
})
