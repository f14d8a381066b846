import { z } from 'zod'
import { defineRule, perMille, type RuleProblem, RuleRefusal } from '../../../platform/computation/index.ts'
import { achievementOf, sumOf } from './achievement.ts'
import { areaName, countsFields } from './area-inputs.ts'

const LEAST_AXES = 3 // number: fewer axes enclose no area

const counted = z
  .strictObject({
    name: areaName,
    chartGroup: z.string().min(1, '図の軸: 名前を入れてください。').optional().meta({
      title: '図の軸',
      description: 'いくつかの分野を一つの軸にまとめるときの名前。省くと分野の名前',
    }),
    ...countsFields,
  })
  .meta({ title: '分野', description: '分野ごとの○×の数' })
const series = (title: string, help: string) =>
  z.array(counted, `${title}: 並びで入力してください。`).meta({ title, description: help })

type Counted = z.output<typeof counted>

export const rule = defineRule({
  id: 'centre-radar',
  title: 'センター事業評価のレーダーチャートの値',
  group: 'センター事業評価',
  meaning: '一つのセンターの達成率を、市町村の全センター、全国、前の年と並べた図と表の値です。',
  formula:
    '軸ごとに、○の合計÷項目の合計×100。市町村の値は、全センターの○の合計÷項目の合計（割合の平均ではない）',
  source: { text: '本ソフトの決め（達成率の図の作り方）' },
  confidence: 'decided',
  limits:
    '軸が3つより少なければ図にしません。全国の値は入力したものをそのまま使います。未回答のある軸は、値を出しません。',
  parameters: {},
  input: z.strictObject({
    centre: series('このセンター', '見るセンターの分野ごとの○×の数'),
    others: z
      .array(
        series('ほかのセンター', '同じ市町村のほかのセンターの○×の数'),
        'ほかのセンター: 並びで入力してください。',
      )
      .meta({ title: 'ほかのセンター', description: '同じ市町村のほかのすべてのセンター' }),
    previous: series('このセンターの前の年', '前の年の○×の数。省くと比べない').optional(),
    nation: z
      .array(
        z
          .strictObject({ axis: areaName, ratePerMille: perMille('全国の達成率', { max: 1000 }) })
          .meta({ title: '全国', description: '軸の名前と達成率' }),
        '全国: 並びで入力してください。',
      )
      .optional()
      .meta({ title: '全国', description: '軸ごとの全国の達成率。省くと比べない' }),
  }),
  compute({ centre, others, previous, nation = [] }, { note, round, caution }) {
    const axes = [...new Set(centre.map(axisOf))]
    const problems = problemsOf(axes, { centre, others, previous }, nation)
    if (problems.length > 0) throw new RuleRefusal(problems)
    const lacking = others.flatMap((rows, at) => {
      const absent = axes.filter((axis) => !rows.some((row) => axisOf(row) === axis))
      return absent.length > 0 ? [`${at + 1}番目のほかのセンター（${absent.join('、')}）`] : []
    })
    if (lacking.length > 0)
      caution(`軸のないセンターがあり、その軸の全センターの値に入っていません: ${lacking.join('、')}。`)
    const unmatched = previous ? axes.filter((axis) => !previous.some((row) => axisOf(row) === axis)) : []
    if (unmatched.length > 0) caution(`前の年にない軸は比べません: ${unmatched.join('、')}。`)
    const rate = (label: string, rows: readonly Counted[], axis: string) => {
      const exact = achievementOf(sumOf(rows.filter((row) => axisOf(row) === axis).map(countsOf))).strict
      return exact && round(`${axis}（${label}）`, exact, 'half-up', 1, '‰')
    }
    return {
      axes: axes.map((axis) => {
        const centrePerMille = rate('このセンター', centre, axis)
        const municipalityPerMille = rate('全センター', [...centre, ...others.flat()], axis)
        const nationPerMille = nation.find((one) => one.axis === axis)?.ratePerMille ?? null
        const previousPerMille = previous ? rate('前の年', previous, axis) : null
        const { yes, no, notApplicable, unanswered } = sumOf(
          centre.filter((row) => axisOf(row) === axis).map(countsOf),
        )
        note?.({
          label: `達成率: ${axis}`,
          formula: '○の合計÷項目の合計×100',
          inputs: {
            全センター: inPercent(municipalityPerMille),
            全国: inPercent(nationPerMille),
            前の年: inPercent(previousPerMille),
          },
          value: inPercent(centrePerMille),
          unit: '%',
        })
        return {
          axis,
          yes,
          of: yes + no + notApplicable + unanswered,
          centrePerMille,
          municipalityPerMille,
          nationPerMille,
          previousPerMille,
          /** points of the percentage, in tenths */
          aboveNationTenths:
            centrePerMille === null || nationPerMille === null ? null : centrePerMille - nationPerMille,
        }
      }),
    }
  },
  cases: (() => {
    const MERGED = '組織・運営体制'
    const own = (yes: number) => [
      { name: '組織', chartGroup: MERGED, yes, no: 12 - yes },
      { name: '個人情報', chartGroup: MERGED, yes: 4, no: 0 },
      { name: '総合相談', yes: 5, no: 1 },
      { name: '権利擁護', yes: 5, no: 0 },
    ]
    return [
      {
        title: '二つの分野を一つの軸にまとめ、全センターと全国に並べる',
        on: '2023-04-01',
        input: {
          centre: own(11),
          others: [own(5)],
          previous: own(8),
          nation: [{ axis: MERGED, ratePerMille: 850 }],
        },
        value: {
          axes: [
            {
              axis: MERGED,
              yes: 15,
              of: 16,
              centrePerMille: 938, // 15 ÷ 16
              municipalityPerMille: 750, // 24 ÷ 32
              nationPerMille: 850,
              previousPerMille: 750, // 12 ÷ 16
              aboveNationTenths: 88,
            },
            {
              axis: '総合相談',
              yes: 5,
              of: 6,
              centrePerMille: 833,
              municipalityPerMille: 833,
              nationPerMille: null,
              previousPerMille: 833,
              aboveNationTenths: null,
            },
            {
              axis: '権利擁護',
              yes: 5,
              of: 5,
              centrePerMille: 1000,
              municipalityPerMille: 1000,
              nationPerMille: null,
              previousPerMille: 1000,
              aboveNationTenths: null,
            },
          ],
        },
      },
      {
        title: 'ほかのセンターの項目が少なくても、割合の平均はとらない。未回答の軸は値がない',
        on: '2023-04-01',
        input: {
          centre: [
            { name: 'a', yes: 4, no: 0 },
            { name: 'b', yes: 1, no: 1 },
            { name: 'c', yes: 1, no: 0, unanswered: 1 },
          ],
          others: [
            [
              { name: 'a', yes: 0, no: 1 },
              { name: 'b', yes: 1, no: 1 },
              { name: 'c', yes: 1, no: 0 },
            ],
          ],
        },
        value: {
          axes: [
            ['a', 4, 4, 1000, 800],
            ['b', 1, 2, 500, 500],
            ['c', 1, 2, null, null],
          ].map(([axis, yes, of, centrePerMille, municipalityPerMille]) => ({
            axis,
            yes,
            of,
            centrePerMille,
            municipalityPerMille,
            nationPerMille: null,
            previousPerMille: null,
            aboveNationTenths: null,
          })),
        },
      },
      {
        title: '軸が2つでは断る',
        on: '2023-04-01',
        input: {
          centre: [
            { name: 'a', yes: 1, no: 0 },
            { name: 'b', yes: 1, no: 0 },
          ],
          others: [],
        },
        refused: { code: 'too-few-axes', path: 'centre' },
      },
      {
        title: 'ほかのセンターの軸が違えば断る',
        on: '2023-04-01',
        input: { centre: own(1), others: [[{ name: 'x', yes: 1, no: 0 }]] },
        refused: { code: 'unknown-axis', path: 'others.0' },
      },
      {
        title: 'ほかのセンターに同じ分野が2回あれば、二重に数えずに断る',
        on: '2023-04-01',
        input: { centre: own(1), others: [own(5), [...own(5), { name: '総合相談', yes: 6, no: 0 }]] },
        refused: { code: 'area-twice', path: 'others.1' },
      },
      {
        title: '前の年に同じ分野が2回あれば断る',
        on: '2023-04-01',
        input: { centre: own(1), others: [], previous: [...own(5), { name: '総合相談', yes: 6, no: 0 }] },
        refused: { code: 'area-twice', path: 'previous' },
      },
      {
        title: '前の年の軸が違えば断る',
        on: '2023-04-01',
        input: { centre: own(1), others: [], previous: [...own(5), { name: 'x', yes: 6, no: 0 }] },
        refused: { code: 'unknown-axis', path: 'previous' },
      },
      {
        title: '全国に同じ軸が2回あれば断る',
        on: '2023-04-01',
        input: {
          centre: own(1),
          others: [],
          nation: [
            { axis: MERGED, ratePerMille: 850 },
            { axis: MERGED, ratePerMille: 100 },
          ],
        },
        refused: { code: 'area-twice', path: 'nation' },
      },
      {
        title: '全国の軸が違えば断る',
        on: '2023-04-01',
        input: { centre: own(1), others: [], nation: [{ axis: 'x', ratePerMille: 1 }] },
        refused: { code: 'unknown-axis', path: 'nation.0' },
      },
    ]
  })(),
})

const axisOf = ({ name, chartGroup }: Counted): string => chartGroup ?? name
const countsOf = ({ yes, no, notApplicable = 0, unanswered = 0 }: Counted) => ({
  yes,
  no,
  notApplicable,
  unanswered,
})
const inPercent = (value: number | null): number | null => (value === null ? null : value / 10)

interface AllRows {
  centre: readonly Counted[]
  others: readonly (readonly Counted[])[]
  previous?: readonly Counted[]
}

function problemsOf(
  axes: readonly string[],
  { centre, others, previous = [] }: AllRows,
  nation: readonly { axis: string }[],
): RuleProblem[] {
  const few: RuleProblem[] =
    axes.length < LEAST_AXES
      ? [
          {
            path: 'centre',
            code: 'too-few-axes',
            message: `このセンター: 軸が${axes.length}では図になりません。${LEAST_AXES}つ以上の軸にしてください。`,
          },
        ]
      : []
  const unknown = (path: string, axis: string): RuleProblem[] =>
    axes.includes(axis)
      ? []
      : [
          {
            path,
            code: 'unknown-axis',
            message: `${axis}: このセンターにない軸です。分野と図の軸の名前をそろえてください。`,
          },
        ]
  const other = (rows: readonly Counted[], path: string, whose: string) => [
    ...twice(rows, path, whose),
    ...rows.flatMap((row) => unknown(path, axisOf(row))),
  ]
  return [
    ...few,
    ...twice(centre, 'centre', 'このセンター'),
    ...others.flatMap((rows, at) => other(rows, `others.${at}`, `${at + 1}番目のほかのセンター`)),
    ...other(previous, 'previous', 'このセンターの前の年'),
    ...nation.flatMap(({ axis }, at) => unknown(`nation.${at}`, axis)),
    ...twice(
      nation.map(({ axis: name }) => ({ name })),
      'nation',
      '全国',
    ),
  ]
}

const twice = (rows: readonly { name: string }[], path: string, whose: string): RuleProblem[] =>
  new Set(rows.map(({ name }) => name)).size < rows.length
    ? [
        {
          path,
          code: 'area-twice',
          message: `${whose}: 同じ名前の分野が2つあります。1つにまとめてください。`,
        },
      ]
    : []
