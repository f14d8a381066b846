import { z } from 'zod'
import { day, defineRule, persons, refuse } from '../../../platform/computation/index.ts'
import { product } from '../../../platform/exact/index.ts'

export const rule = defineRule({
  id: 'ANL-10',
  title: '通いの場の参加率',
  group: '地域分析',
  meaning: '月1回以上、通いの場に参加した方（実人数）が、65歳以上の人口の何%かです。',
  formula: '参加者の実人数÷65歳以上人口×100、小数第1位まで（四捨五入）',
  source: { text: '介護予防・日常生活支援総合事業等（地域支援事業）の実施状況に関する調査' },
  confidence: 'recalled',
  limits:
    '同じ方を二つの通いの場で数えないことは、入力の側で確かめてください。通いの場の記録から実人数を数える規則は、通いの場の領域にあります。',
  parameters: {},
  input: z.strictObject({
    participants: persons('参加者の実人数', { help: '月1回以上の参加' }),
    population65over: persons('65歳以上人口'),
    asOf: day('人口の時点'),
  }),
  compute({ participants, population65over, asOf }, { note, round }) {
    if (participants > population65over)
      refuse(
        'participants-above-population',
        'participants',
        '参加者の実人数: 65歳以上人口より多くなっています。延べ人数が入っていないか確かめてください。',
      )
    const exact = { over: product(participants, 1000), under: population65over }
    const ratePerMille = population65over === 0 ? null : round('参加率', exact, 'half-up', 1, '‰')
    note?.({
      label: '参加率',
      formula: '参加者の実人数÷65歳以上人口×100',
      inputs: { 参加者: participants, '65歳以上人口': population65over, 時点: asOf },
      value: ratePerMille === null ? null : ratePerMille / 10,
      unit: '%',
    })
    return { ratePerMille, asOf }
  },
  cases: [
    {
      title: '3,000人のうち201人なら6.7%',
      on: '2026-04-01',
      input: { participants: 201, population65over: 3000, asOf: '2026-03-31' },
      value: { ratePerMille: 67, asOf: '2026-03-31' },
    },
    {
      title: 'だれも参加しなければ0%',
      on: '2026-04-01',
      input: { participants: 0, population65over: 3000, asOf: '2026-03-31' },
      value: { ratePerMille: 0, asOf: '2026-03-31' },
    },
    {
      title: '人口が0なら、率はない',
      on: '2026-04-01',
      input: { participants: 0, population65over: 0, asOf: '2026-03-31' },
      value: { ratePerMille: null, asOf: '2026-03-31' },
    },
    {
      title: '人口より多い参加者は断る',
      on: '2026-04-01',
      input: { participants: 3001, population65over: 3000, asOf: '2026-03-31' },
      refused: { code: 'participants-above-population', path: 'participants' },
    },
    {
      title: '全員が参加すれば100%',
      on: '2026-04-01',
      input: { participants: 3000, population65over: 3000, asOf: '2026-03-31' },
      value: { ratePerMille: 1000, asOf: '2026-03-31' },
    },
  ],
})
