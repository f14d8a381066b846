import { z } from 'zod'
import { fiscalYear } from '../../../platform/calendar/index.ts'
import { codesOf, day, defineRule, whole, yesNo } from '../../../platform/computation/index.ts'
import { REFUSALS } from './ledger-types.ts'
import { exchangeWindow, points } from './rule-fields.ts'
import { windowOf } from './versions.ts'

const konosu = { opensOn: '03-20', closesOn: '05-22', opensIn: 'same' as const }
const request = {
  fiscalYear: 2025, // number: of the cases
  window: konosu,
  requestedOn: '2026-03-20', // number: the day of the cases
  points: 1000,
  balancePoints: 1000,
  hasArrears: false,
  excludesArrears: true,
}

export const rule = defineRule({
  id: 'VPT-04',
  title: 'ポイントの交換の確認',
  group: '通いの場',
  meaning: '交換の申請を受けてよいか（期間、残高、保険料の滞納）を確かめます。',
  formula: '受けられるのは、ためた年度の期間内で、残高があり、滞納がないとき',
  source: { text: '市町村のボランティアポイント事業の要綱（鴻巣市、豊山町などの公開資料）' },
  confidence: 'seen',
  limits: '一つの年度のポイントだけを見ます。繰り越したポイントも含めるときは VPT-01 で計算してください。',
  parameters: {},
  input: z.strictObject({
    fiscalYear: whole('ポイントをためた年度', '年度', { min: 2000, max: 2100 }), // number: what a year may be
    window: exchangeWindow,
    requestedOn: day('申請の日'),
    points: points('交換するポイント', 1),
    balancePoints: points('残高'),
    hasArrears: yesNo('その日に保険料の滞納があるか'),
    excludesArrears: yesNo('保険料の滞納がある方の交換を断るか'),
  }),
  compute(input, { note }) {
    const { opens, closes } = windowOf(fiscalYear(input.fiscalYear), input.window)
    const reasons = (
      [
        ['outside-window', input.requestedOn < opens || input.requestedOn > closes],
        ['not-enough', input.points > input.balancePoints],
        ['arrears', input.excludesArrears && input.hasArrears],
      ] as const
    ).flatMap(([reason, is]) => (is ? [reason] : []))
    note?.({ label: '交換できる期間', value: `${opens}～${closes}` })
    note?.({
      label: '受けられない理由',
      value: reasons.map((reason) => REFUSALS[reason]).join('、') || 'なし',
    })
    return { opens, closes, isAccepted: reasons.length === 0, reasons }
  },
  labels: {
    opens: '交換のはじまり',
    closes: '交換の終わり',
    isAccepted: '受けてよいか',
    reasons: '受けられない理由',
    ...codesOf('reasons', REFUSALS),
  },
  cases: (
    [
      ['期間の初日', {}, []],
      ['期間の前の日', { requestedOn: '2026-03-19' }, ['outside-window']],
      ['期間の最後の日', { requestedOn: '2026-05-22' }, []],
      ['期間の次の日', { requestedOn: '2026-05-23' }, ['outside-window']],
      ['残高より1ポイント多い', { points: 1001 }, ['not-enough']],
      ['滞納がある', { hasArrears: true }, ['arrears']],
      ['滞納があっても断らない決まり', { hasArrears: true, excludesArrears: false }, []],
      [
        '理由がいくつもある',
        { requestedOn: '2026-06-01', points: 1001, hasArrears: true },
        ['outside-window', 'not-enough', 'arrears'],
      ],
    ] as const
  ).map(([title, change, reasons]) => ({
    title: `3月20日から5月22日まで: ${title}`,
    on: '2026-03-20',
    input: { ...request, ...change },
    value: {
      opens: '2026-03-20',
      closes: '2026-05-22',
      isAccepted: reasons.length === 0,
      reasons: [...reasons],
    },
  })),
})
