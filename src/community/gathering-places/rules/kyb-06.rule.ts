import { z } from 'zod'
import { gatheringPlacesArrivalDays } from '../../../law/community/gathering-places.ts'
import {
  day,
  defineRule,
  orUnknown,
  type RuleProblem,
  RuleRefusal,
} from '../../../platform/computation/index.ts'
import { arrivalsOf, type Routed } from './arrival.ts'
import { listOf } from './fields.ts'
import { rateOf } from './share.ts'

const one = (routedOn: string, firstTookPartOn: string | null = null): Routed => ({
  routedOn,
  firstTookPartOn,
})

export const rule = defineRule({
  id: 'KYB-06',
  title: 'つないだ方の参加率（到達率）',
  group: '通いの場',
  meaning: '介護予防の場へつないだ方のうち、90日以内に実際に参加した方の割合です。',
  formula: '到達率＝つないでから90日以内に参加した人÷つないだ人',
  source: { text: '本ソフトの決め' },
  confidence: 'decided',
  limits:
    'つないでから90日たっていない方も分母に入るので、最近つないだ方が多いと率は低く出ます。人数を添えて示します。',
  parameters: { days: gatheringPlacesArrivalDays },
  input: z.strictObject({
    asOf: day('数える日'),
    people: listOf(
      'つないだ方',
      z
        .strictObject({
          routedOn: day('つないだ日'),
          firstTookPartOn: orUnknown(day('はじめて参加した日'), 'まだなら null'),
        })
        .meta({ title: 'つないだ方' }),
      'つないだ方。名前のない行',
    ),
  }),
  compute({ asOf, people }, { law, entry, note, round, caution }) {
    refuseImpossible(people, asOf)
    const counts = arrivalsOf(people, asOf, law.days)
    const arrivalPerMyriad = rateOf(round, '到達率', counts.arrived, counts.routed)
    const { source, confidence } = entry.days
    if (counts.open > 0)
      caution(
        `つないでから${law.days}日たっていない ${counts.open}人が、まだ参加していない人に入っています。`,
      )
    note?.({ label: 'つないだ人', value: counts.routed, unit: '人' })
    note?.({
      label: '期間内に参加した人',
      formula: `${law.days}日以内`,
      value: counts.arrived,
      unit: '人',
      source,
      confidence,
    })
    note?.({ label: '期間の後に参加した人', value: counts.late, unit: '人' })
    note?.({ label: '期間内でまだ参加していない人', value: counts.open, unit: '人' })
    note?.({ label: '到達率', formula: '期間内に参加した人÷つないだ人', value: arrivalPerMyriad, unit: '‱' })
    return { ...counts, arrivalPerMyriad }
  },
  labels: {
    routed: 'つないだ人',
    arrived: '期間内に参加した人',
    late: '期間の後に参加した人',
    open: '期間内でまだ参加していない人',
    notArrived: '参加していない人',
    arrivalPerMyriad: '到達率',
  },
  cases: [
    {
      title: '90日目は数え、91日目は数えない（架空）',
      on: '2026-04-01',
      input: {
        asOf: '2026-04-01',
        people: [
          one('2025-10-01', '2025-12-30'),
          one('2025-10-01', '2025-12-31'),
          one('2025-10-01', '2025-10-01'),
          one('2026-01-01'),
          one('2025-12-31'),
        ],
      },
      value: { routed: 5, arrived: 2, late: 1, open: 1, notArrived: 1, arrivalPerMyriad: 4000 },
    },
    {
      title: '誰もつないでいない',
      on: '2026-04-01',
      input: { asOf: '2026-04-01', people: [] },
      value: { routed: 0, arrived: 0, late: 0, open: 0, notArrived: 0, arrivalPerMyriad: null },
    },
    {
      title: '参加した日が、つないだ日より前',
      on: '2026-04-01',
      input: { asOf: '2026-04-01', people: [one('2026-01-01'), one('2026-01-02', '2026-01-01')] },
      refused: { code: 'before-routing', path: 'people.1.firstTookPartOn' },
    },
    {
      title: 'つないだ日が、数える日より後',
      on: '2026-04-01',
      input: { asOf: '2026-04-01', people: [one('2026-04-02')] },
      refused: { code: 'after-as-of', path: 'people.0.routedOn' },
    },
    {
      title: '参加した日が、数える日より後',
      on: '2026-04-01',
      input: { asOf: '2026-04-01', people: [one('2026-03-01', '2026-04-02')] },
      refused: { code: 'after-as-of', path: 'people.0.firstTookPartOn' },
    },
  ],
})

/** @throws RuleRefusal with every person whose days cannot be */
function refuseImpossible(people: readonly Routed[], asOf: string): void {
  const problems = people.flatMap(({ routedOn, firstTookPartOn }, at): RuleProblem[] => {
    const say = (field: string, code: string, message: string) => [
      { path: `people.${at}.${field}`, code, message: `${at + 1}人目: ${message}` },
    ]
    if (routedOn > asOf) return say('routedOn', 'after-as-of', 'つないだ日が、数える日より後です。')
    if (firstTookPartOn === null) return []
    if (firstTookPartOn < routedOn)
      return say('firstTookPartOn', 'before-routing', '参加した日が、つないだ日より前です。')
    if (firstTookPartOn > asOf)
      return say('firstTookPartOn', 'after-as-of', '参加した日が、数える日より後です。')
    return []
  })
  if (problems.length > 0) throw new RuleRefusal(problems)
}
