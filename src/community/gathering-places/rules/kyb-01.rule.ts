import { z } from 'zod'
import {
  defineRule,
  orUnknown,
  persons,
  type RuleProblem,
  RuleRefusal,
  yesNo,
} from '../../../platform/computation/index.ts'
import { aged65, listOf } from './fields.ts'
import { rateOf } from './share.ts'

const sum = (all: readonly { participants: number }[]) =>
  all.reduce((total, one) => total + one.participants, 0)

export const rule = defineRule({
  id: 'KYB-01',
  title: '通いの場の参加率',
  group: '通いの場',
  meaning:
    '65歳以上の方のうち、通いの場に参加した方の割合です。調査と同じ数え方（場ごとの実人数の計）と、二つの場に通う方を一度だけ数える数え方の両方で示します。',
  formula: '参加率＝参加者の実人数÷65歳以上人口。週1回以上の参加率は、週1回以上開く場だけで数える',
  source: {
    text: '介護予防・日常生活支援総合事業（地域支援事業）の実施状況に関する調査',
    url: 'https://www.wic-net.com/material/document/5431/180',
  },
  confidence: 'seen',
  limits:
    '65歳未満の参加者は、場ごとの人数から除いて入力してください。名簿のない場があると、重なりを除いた人数はわかりません。',
  parameters: {},
  input: z.strictObject({
    population65: aged65,
    places: listOf(
      '通いの場',
      z
        .strictObject({
          participants: persons('65歳以上の参加者の実人数'),
          isWeekly: yesNo('週1回以上開いているか'),
        })
        .meta({ title: '通いの場' }),
    ),
    distinct: orUnknown(persons('重なりを除いた実人数')),
    distinctWeekly: orUnknown(persons('重なりを除いた実人数（週1回以上の場）')),
  }),
  compute({ population65, places, distinct, distinctWeekly }, { note, round, caution }) {
    const weekly = places.filter(({ isWeekly }) => isWeekly)
    const counted = { all: sum(places), weekly: sum(weekly) }
    refuseImpossible({ population65, distinct, distinctWeekly }, counted, places)
    const rate = (label: string, count: number | null) => {
      const value = rateOf(round, label, count, population65)
      note?.({
        label,
        formula: '参加者の実人数÷65歳以上人口',
        inputs: { 参加者: count, '65歳以上人口': population65 },
        value,
        unit: '‱',
      })
      return value
    }
    if (counted.all > population65)
      caution(
        '場ごとの実人数の計が65歳以上人口を超え、参加率が100%を超えています。二つの場に通う方を重ねて数えているか、人口の範囲が違うので、この値を参加率として使わないでください。',
      )
    if (distinct === null)
      caution('重なりを除いた人数がわからないので、参加率は二つの場に通う方を二度数えています。')
    return {
      places: places.length,
      weeklyPlaces: weekly.length,
      summed: counted.all,
      summedRatePerMyriad: rate('参加率（場ごとの実人数の計）', counted.all),
      distinctRatePerMyriad: rate('参加率（重なりを除く）', distinct),
      summedWeekly: counted.weekly,
      summedWeeklyRatePerMyriad: rate('週1回以上の参加率（場ごとの実人数の計）', counted.weekly),
      distinctWeeklyRatePerMyriad: rate('週1回以上の参加率（重なりを除く）', distinctWeekly),
    }
  },
  labels: {
    places: '通いの場',
    weeklyPlaces: '週1回以上の通いの場',
    summed: '場ごとの実人数の計',
    summedRatePerMyriad: '参加率（場ごとの実人数の計）',
    distinctRatePerMyriad: '参加率（重なりを除く）',
    summedWeekly: '週1回以上の場の実人数の計',
    summedWeeklyRatePerMyriad: '週1回以上の参加率（場ごとの実人数の計）',
    distinctWeeklyRatePerMyriad: '週1回以上の参加率（重なりを除く）',
  },
  cases: [
    {
      title: '二つの数え方（架空）',
      on: '2026-04-01',
      input: {
        population65: 9000,
        places: [
          { participants: 150, isWeekly: true },
          { participants: 120, isWeekly: false },
          { participants: 80, isWeekly: true },
        ],
        distinct: 318,
        distinctWeekly: 215,
      },
      value: {
        places: 3,
        weeklyPlaces: 2,
        summed: 350,
        summedRatePerMyriad: 389,
        distinctRatePerMyriad: 353,
        summedWeekly: 230,
        summedWeeklyRatePerMyriad: 256,
        distinctWeeklyRatePerMyriad: 239,
      },
    },
    ...(
      [
        ['分母が3,603万人なら5.23%', 36_030_000, 523],
        ['分母が3,577万人なら5.27%', 35_770_000, 527],
      ] as const
    ).map(([title, population65, rate]) => ({
      title: `令和2年度、全国 1,884,745人: ${title}`,
      on: '2021-03-31',
      input: {
        population65,
        places: [{ participants: 1_884_745, isWeekly: false }],
        distinct: null,
        distinctWeekly: null,
      },
      value: {
        places: 1,
        weeklyPlaces: 0,
        summed: 1_884_745,
        summedRatePerMyriad: rate,
        distinctRatePerMyriad: null,
        summedWeekly: 0,
        summedWeeklyRatePerMyriad: 0,
        distinctWeeklyRatePerMyriad: null,
      },
      source: {
        text: '介護予防・日常生活支援総合事業（地域支援事業）の実施状況に関する調査（令和2年度）。分母は概数',
        url: 'https://www.wic-net.com/material/document/10087/71',
      },
      isSecondary: true,
    })),
    {
      title: '重なりを除いた人数が、場ごとの計より多い',
      on: '2026-04-01',
      input: {
        population65: 9000,
        places: [{ participants: 10, isWeekly: true }],
        distinct: 11,
        distinctWeekly: 10,
      },
      refused: { code: 'more-than-summed', path: 'distinct' },
    },
    {
      title: '週1回以上の場で、重なりを除いた人数が計より多い',
      on: '2026-04-01',
      input: {
        population65: 9000,
        places: [{ participants: 10, isWeekly: false }],
        distinct: 10,
        distinctWeekly: 1,
      },
      refused: { code: 'more-than-summed', path: 'distinctWeekly' },
    },
    ...(
      [
        [
          '週1回以上の場の実人数が、すべての場の実人数より多い',
          15,
          16,
          'more-than-distinct',
          'distinctWeekly',
        ],
        ['重なりを除いた人数が、一つの場の人数より少ない', 9, null, 'fewer-than-a-place', 'distinct'],
        [
          '週1回以上の場の重なりを除いた人数が、一つの場の人数より少ない',
          null,
          9,
          'fewer-than-a-place',
          'distinctWeekly',
        ],
      ] as const
    ).map(([title, distinct, distinctWeekly, code, path]) => ({
      title,
      on: '2026-04-01',
      input: {
        population65: 9000,
        places: [
          { participants: 10, isWeekly: true },
          { participants: 10, isWeekly: true },
        ],
        distinct,
        distinctWeekly,
      },
      refused: { code, path },
    })),
    {
      title: '全員が同じ一つの場にも通えば、重なりを除いた人数は一つの場の人数',
      on: '2026-04-01',
      input: {
        population65: 10,
        places: [
          { participants: 10, isWeekly: true },
          { participants: 10, isWeekly: true },
        ],
        distinct: 10,
        distinctWeekly: 10,
      },
      value: {
        places: 2,
        weeklyPlaces: 2,
        summed: 20,
        summedRatePerMyriad: 20_000,
        distinctRatePerMyriad: 10_000,
        summedWeekly: 20,
        summedWeeklyRatePerMyriad: 20_000,
        distinctWeeklyRatePerMyriad: 10_000,
      },
    },
    {
      title: '一つの場の参加者が、65歳以上人口より多い',
      on: '2026-04-01',
      input: {
        population65: 9,
        places: [{ participants: 10, isWeekly: false }],
        distinct: null,
        distinctWeekly: null,
      },
      refused: { code: 'more-than-population', path: 'places.0.participants' },
    },
    {
      title: '重なりを除いた週1回以上の人数が、65歳以上人口より多い',
      on: '2026-04-01',
      input: {
        population65: 15,
        places: [
          { participants: 10, isWeekly: true },
          { participants: 10, isWeekly: true },
        ],
        distinct: null,
        distinctWeekly: 16,
      },
      refused: { code: 'more-than-population', path: 'distinctWeekly' },
    },
    {
      title: '重なりを除いた人数が、65歳以上人口より多い',
      on: '2026-04-01',
      input: {
        population65: 9,
        places: [{ participants: 10, isWeekly: false }],
        distinct: 10,
        distinctWeekly: null,
      },
      refused: { code: 'more-than-population', path: 'distinct' },
    },
  ],
})

/** @throws RuleRefusal with every count of distinct persons that cannot be */
function refuseImpossible(
  input: { population65: number; distinct: number | null; distinctWeekly: number | null },
  counted: { all: number; weekly: number },
  places: readonly { participants: number; isWeekly: boolean }[],
): void {
  const { population65, distinct, distinctWeekly } = input
  const problems: RuleProblem[] = []
  const say = (path: string, code: string, message: string) => void problems.push({ path, code, message })
  const largest = (ones: typeof places) => Math.max(0, ...ones.map(({ participants }) => participants))
  if (distinct !== null && distinct > counted.all)
    say('distinct', 'more-than-summed', '重なりを除いた実人数が、場ごとの実人数の計を超えています。')
  if (distinctWeekly !== null && distinctWeekly > counted.weekly)
    say(
      'distinctWeekly',
      'more-than-summed',
      '重なりを除いた実人数が、週1回以上の場の実人数の計を超えています。',
    )
  if (distinct !== null && distinct > population65)
    say('distinct', 'more-than-population', '重なりを除いた実人数が、65歳以上人口を超えています。')
  if (distinct !== null && distinct < largest(places))
    say(
      'distinct',
      'fewer-than-a-place',
      '重なりを除いた実人数が、一つの場の実人数より少なくなっています。どちらかを確かめてください。',
    )
  if (distinctWeekly !== null && distinctWeekly < largest(places.filter(({ isWeekly }) => isWeekly)))
    say(
      'distinctWeekly',
      'fewer-than-a-place',
      '重なりを除いた実人数（週1回以上の場）が、一つの週1回以上の場の実人数より少なくなっています。どちらかを確かめてください。',
    )
  if (distinct !== null && distinctWeekly !== null && distinctWeekly > distinct)
    say(
      'distinctWeekly',
      'more-than-distinct',
      '週1回以上の場の重なりを除いた実人数が、すべての場の重なりを除いた実人数を超えています。どちらかを確かめてください。',
    )
  if (distinctWeekly !== null && distinctWeekly > population65)
    say(
      'distinctWeekly',
      'more-than-population',
      '重なりを除いた実人数（週1回以上の場）が、65歳以上人口を超えています。どちらかを確かめてください。',
    )
  const above = places.findIndex(({ participants }) => participants > population65)
  if (above >= 0)
    say(
      `places.${above}.participants`,
      'more-than-population',
      `${above + 1}番目の場: 参加者の実人数が、65歳以上人口を超えています。どちらかを確かめてください。`,
    )
  if (problems.length > 0) throw new RuleRefusal(problems)
}
