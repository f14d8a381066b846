import { z } from 'zod'
import { grantPenaltyPerMille } from '../../../law/evaluation/grants-penalty.ts'
import { defineRule, yen, yesNo } from '../../../platform/computation/index.ts'
import { product } from '../../../platform/exact/index.ts'

const known = (title: string, help: string) =>
  yesNo(title, help)
    .nullable()
    .meta({ title, description: `${help}。分からなければ null` })

export const rule = defineRule({
  id: 'TEK-03',
  title: '給付適正化に取り組まない保険者の減額（提案の段階の試算）',
  group: '交付金',
  meaning:
    '提案の段階にある、調整交付金の増加分の減額を試算します。はじめは使わない設定で、0円ではなく「試算しない」と答えます。',
  formula:
    '三つの事業のどれかをしていない、または（外れ値で点検率が下がった）とき、給付が高いための増加分×減額率、1円未満は切捨て',
  source: { text: '社会保障審議会介護保険部会での提案（令和9・10年度から）' },
  confidence: 'unverified',
  limits:
    '提案の段階で、法令ではありません。端数処理（切捨て）は本ソフトの決めです。外れ値と点検率の低下は ANL-09 で見ます。',
  parameters: { penaltyPerMille: grantPenaltyPerMille },
  input: z.strictObject({
    isTried: yesNo('この提案を試算する', 'いいえ（省いたとき）なら試算しません').optional(),
    increaseYen: yen('給付が高いための調整交付金の増加分'),
    doesCertificationCheck: known('要介護認定の適正化をしている', '主要3事業の一つ'),
    doesCarePlanCheck: known('ケアプラン等の点検をしている', '主要3事業の一つ'),
    doesClaimCheck: known('医療情報との突合・縦覧点検をしている', '主要3事業の一つ'),
    isOutlier: known('1人当たり給付費が外れ値である', 'ANL-09'),
    hasReviewRateFallen: known('点検率が下がった', 'ANL-09'),
  }),
  compute(input, { law, entry, note, round, caution }) {
    if (!input.isTried) {
      note?.({ label: '試算しない', value: null, formula: '提案の段階なので、選んだときだけ試算する' })
      return { isPenalised: null, penaltyYen: null }
    }
    const programmes = [input.doesCertificationCheck, input.doesCarePlanCheck, input.doesClaimCheck]
    const isPenalised = either(
      programmes.includes(false) ? true : programmes.includes(null) ? null : false,
      both(input.isOutlier, input.hasReviewRateFallen),
    )
    caution('提案の段階の試算です。法令にはなっていません。')
    const exact = { over: product(input.increaseYen, law.penaltyPerMille), under: 1000 }
    const penaltyYen = isPenalised === null ? null : isPenalised ? round('減額', exact, 'down') : 0
    note?.({
      label: '減額',
      formula: '増加分×減額率',
      inputs: { 増加分: input.increaseYen, 減額率: law.penaltyPerMille, 減額の対象: isPenalised },
      value: penaltyYen,
      unit: '円',
      source: entry.penaltyPerMille.source,
      confidence: entry.penaltyPerMille.confidence,
    })
    return { isPenalised, penaltyYen }
  },
  cases: (() => {
    const all = { doesCertificationCheck: true, doesCarePlanCheck: true, doesClaimCheck: true }
    const base = {
      isTried: true,
      increaseYen: 1_000_019,
      ...all,
      isOutlier: false,
      hasReviewRateFallen: false,
    }
    const on = '2027-04-01'
    const cut = { isPenalised: true, penaltyYen: 50_000 }
    const none = { isPenalised: false, penaltyYen: 0 }
    const open = { isPenalised: null, penaltyYen: null }
    return [
      {
        title: '一つの事業をしていなければ、増加分の5%',
        on,
        input: { ...base, doesClaimCheck: false },
        value: cut,
      },
      {
        title: '外れ値で、点検率も下がれば減額',
        on,
        input: { ...base, isOutlier: true, hasReviewRateFallen: true },
        value: cut,
      },
      { title: '外れ値だけなら減額しない', on, input: { ...base, isOutlier: true }, value: none },
      {
        title: '点検率が下がっただけなら減額しない',
        on,
        input: { ...base, hasReviewRateFallen: true },
        value: none,
      },
      {
        title: '事業をしているか分からなければ決まらない',
        on,
        input: { ...base, doesCarePlanCheck: null },
        value: open,
      },
      {
        title: '外れ値か分からず、点検率が下がれば決まらない',
        on,
        input: { ...base, isOutlier: null, hasReviewRateFallen: true },
        value: open,
      },
      {
        title: '外れ値か分からなくても、点検率が下がらなければ減額しない',
        on,
        input: { ...base, isOutlier: null },
        value: none,
      },
      {
        title: '分からない事業があっても、していない事業があれば減額',
        on,
        input: { ...base, doesCarePlanCheck: null, doesCertificationCheck: false },
        value: cut,
      },
      {
        title: 'はじめは試算しない',
        on,
        input: { increaseYen: 1, ...all, isOutlier: null, hasReviewRateFallen: null },
        value: open,
      },
      {
        title: '令和8年度には、提案もない',
        on: '2027-03-31',
        input: base,
        refused: { code: 'no-value-in-force' },
      },
    ]
  })(),
})

/** Unknown stays unknown unless the other side decides. */
const either = (a: boolean | null, b: boolean | null): boolean | null =>
  a || b ? true : a === null || b === null ? null : false
const both = (a: boolean | null, b: boolean | null): boolean | null =>
  a === false || b === false ? false : a === null || b === null ? null : true
