import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { grantTopTenths } from '../../../law/evaluation/grants-top-shares.ts'
import { type AnyRule, runRule } from '../../../platform/computation/index.ts'
import { deliveredNames, deliveredSet } from '../delivered-sets.ts'
import type { IndicatorSet } from '../schema.ts'
import { rule as capRule } from './cap-by-requirement.rule.ts'
import { rule as lowScoreRule } from './low-score-line.rule.ts'
import { isNear, nationalMean } from './national-means.ts'
import { rule as publishedRule } from './published-result.rule.ts'
import { totalOf } from './published-result.ts'
import { rule as rankRule } from './rank-to-points.rule.ts'
import { thresholdRanks } from './ranks.ts'
import { rule as scaleRule } from './scale-break.rule.ts'
import { indicatorsOf } from './score-set.ts'
import { rule as sumRule } from './sum-by-set.rule.ts'

// Every file of ../cases is checked by its kind; its form stands in ../cases/README.md.

const FOLDER = join(import.meta.dirname, '..', 'cases')
const ON = { H30: '2018-04-01', R6: '2024-04-01', R7: '2025-04-01', R8: '2026-04-01' } as const

const Year = z.enum(['H30', 'R6', 'R7', 'R8'])
const GoalPoints = z.object({ points: z.int(), taisei: z.int().optional(), katsudo: z.int().optional() })
const GrantPoints = z.object({ I: GoalPoints, II: GoalPoints, III: GoalPoints, IV: GoalPoints })
const Scores = z.object({ suishin: GrantPoints, shien: GrantPoints })
const Totals = z.object({
  suishinTotal: z.int(),
  shienTotal: z.int(),
  total: z.int(),
  nationalRank: z.int(),
  rateOf800: z.number().optional(),
  populationSize: z.int().optional(),
})
const Common = z.object({ id: z.string(), source: z.string() })
const Mean = z.union([z.number(), z.array(z.number())])
const MeansOfGrant = z.object({ I: Mean, II: Mean, III: Mean, IV: Mean })
const Amounts = z.object({ suishin: z.int(), shien: z.int() })

const Case = z.discriminatedUnion('kind', [
  Common.extend({
    kind: z.literal('municipal-goal-scores'),
    municipality: z.string(),
    fiscalYear: Year,
    indicatorSets: z.array(z.string()),
    scores: Scores,
    expected: Totals,
  }),
  Common.extend({
    kind: z.literal('municipal-item-scores'),
    municipality: z.string(),
    fiscalYear: Year,
    indicatorSets: z.array(z.string()),
    scores: Scores,
    expected: Totals,
    scoredSubitems: z.array(z.string()),
    allOtherSubitems: z.literal('0 points'),
  }),
  Common.extend({
    kind: z.literal('municipal-totals'),
    municipality: z.string(),
    fiscalYear: Year,
    expected: Totals,
  }),
  Common.extend({
    kind: z.literal('national-means'),
    fiscalYear: Year,
    populationSize: z.int(),
    published: z.object({
      suishin: MeansOfGrant,
      shien: MeansOfGrant,
      total: z.number(),
      sumOfAllMunicipalities: z.int().optional(),
    }),
  }),
  Common.extend({
    kind: z.literal('rank-to-points'),
    fiscalYear: Year,
    given: z.object({ rank: z.int(), populationSize: z.int(), pointsPerStep: z.int() }),
    expected: z.object({ points: z.int() }),
  }),
  Common.extend({
    kind: z.literal('implementer-population-counts'),
    indicatorTitle: z.string(),
    fiscalYear: Year,
    given: z.object({ implementers: z.int(), shares: z.array(z.union([z.literal('all'), z.number()])) }),
    expected: z.object({ scoringMunicipalities: z.array(z.int()) }),
  }),
  Common.extend({
    kind: z.literal('derived-threshold'),
    fiscalYear: Year,
    given: z.object({ meanRate: z.number(), sd: z.number(), maxPoints: z.int() }),
    expected: z.object({ threshold: z.number() }),
  }),
  Common.extend({
    kind: z.literal('prefecture-scores'),
    prefecture: z.string(),
    R8: z.object({ total: z.int(), nationalRank: z.int(), scores: Scores }),
    populationSize: z.int(),
  }),
  Common.extend({
    kind: z.literal('allocation-national'),
    unit: z.literal('千円'),
    municipalTotal: z.int(),
    suishin: z.int(),
    shien: z.int(),
    undrawn: z.object({ municipalities: z.int(), amount: z.int(), redistributedTo: z.int() }),
    perFirstInsured: z.object({ mean: z.int(), median: z.int(), byClass: z.array(z.int()) }),
  }),
  Common.extend({
    kind: z.literal('allocation-municipal'),
    unit: z.literal('千円'),
    municipality: z.string(),
    planned: Amounts,
    final: Amounts.optional(),
    perFirstInsuredYen: z.int(),
  }),
  Common.extend({
    kind: z.literal('old-scale'),
    rows: z.array(z.object({ level: z.enum(['都道府県', '市町村']), max: z.int(), mean: z.int() })),
  }),
])
type Case = z.output<typeof Case>
type Of<K extends Case['kind']> = Extract<Case, { kind: K }>

const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json') && name !== 'biome.json')
const cases = files.map((name): [string, Case] => {
  const one = Case.parse(JSON.parse(readFileSync(join(FOLDER, name), 'utf8')))
  const isSecondary = one.source.startsWith('secondary') || one.source.includes('note article')
  return [`${one.id}${isSecondary ? '（二次資料）' : '（公表資料）'}`, one]
})
const of = <K extends Case['kind']>(...kinds: K[]) =>
  cases.filter((one): one is [string, Of<K>] => kinds.includes(one[1].kind as K))

/** The value of a rule, or its reasons as a failure. */
function computed(rule: AnyRule, input: unknown, on: string): unknown {
  const outcome = runRule(rule, input, { on })
  expect(outcome.ok ? [] : outcome.problems).toEqual([])
  return outcome.ok ? outcome.answer.value : null
}
const setsOf = (names: readonly string[]) => names.map((name) => deliveredSet(name)!)

it('公表例は31件あり、定義のファイルは一つ残らず読まれる', () => {
  expect(cases.length).toBeGreaterThanOrEqual(31)
  const sets = readdirSync(join(FOLDER, '..', 'sets')).filter((name) => name.startsWith('kofukin'))
  expect(sets.map((name) => name.replace('.json', '')).sort()).toEqual(deliveredNames.toSorted())
})

describe.each(of('municipal-goal-scores', 'municipal-item-scores'))('市町村の得点 %s', (_, one) => {
  it('目標と群の合計、得点率、二つの交付金のⅣが合う', () => {
    const { suishinTotal, shienTotal, total, rateOf800 } = one.expected
    const stated = { suishinTotal, shienTotal, total }
    const value = computed(publishedRule, { ...one.scores, ...stated }, ON[one.fiscalYear])
    expect(value).toEqual({ ...stated, ratePerMyriad: Math.round((rateOf800 ?? 0) * 10_000) })
  })
  it('どの目標と群も、定義の満点を超えない', () => {
    const [suishin, shien] = setsOf(one.indicatorSets) as [IndicatorSet, IndicatorSet]
    for (const [set, scores] of [
      [suishin, one.scores.suishin],
      [shien, one.scores.shien],
    ] as const)
      for (const goal of set.goals) {
        const points = scores[goal.id as 'I']
        expect(points.points).toBeLessThanOrEqual(goal.points!)
        for (const { kind, points: most } of goal.groups)
          expect(points[kind as 'taisei'] ?? 0).toBeLessThanOrEqual(most!)
      }
  })
})

describe.each(of('municipal-item-scores'))('小項目からの計算 %s', (_, one) => {
  const answers = Object.fromEntries(one.scoredSubitems.map((ref) => [ref, 'scored']))
  type Parts = Record<string, { earned: number; status: string }>
  type Value = {
    sets: { goals: { id: string; score: { earned: number }; groups: Parts }[] }[]
    total: { earned: number; status: string }
  }
  const input = { sets: one.indicatorSets, answers, isRestNotScored: true }

  it('公表の目標・群・合計になる', () => {
    const value = computed(sumRule, input, ON[one.fiscalYear]) as Value
    const published = [one.scores.suishin, one.scores.shien]
    value.sets.forEach(({ goals }, at) => {
      for (const { id, score, groups } of goals) {
        const goal = published[at]![id as 'I']
        expect([id, score.earned]).toEqual([id, goal.points])
        for (const kind of ['taisei', 'katsudo'] as const)
          if (goal[kind] !== undefined)
            expect([id, kind, groups[kind]?.earned]).toEqual([id, kind, goal[kind]])
      }
    })
    expect(value.total).toMatchObject({ earned: one.expected.total, status: '確定' })
  })
  it('目標Ⅳを片方の番号だけで答えても、両方に数える', () => {
    const half = Object.fromEntries(Object.entries(answers).filter(([ref]) => !ref.startsWith('D-IV')))
    const value = computed(sumRule, { ...input, answers: half }, ON[one.fiscalYear]) as Value
    expect(value.total.earned).toBe(one.expected.total)
  })
})

describe.each(of('municipal-totals'))('合計 %s', (_, one) => {
  it('推進と支援の和', () => {
    const { suishinTotal, shienTotal, total } = one.expected
    expect(suishinTotal + shienTotal).toBe(total)
  })
})

describe.each(of('national-means'))('全国平均 %s', (_, one) => {
  const grants = [
    ['suishin', one.published.suishin],
    ['shien', one.published.shien],
  ] as const
  it.each(
    grants.flatMap(([name, means]) =>
      Object.entries(means).map(([id, mean]) => [`${name} ${id}`, name, id, mean] as const),
    ),
  )('%s: Σ(配点×得点市町村数)÷1,741 が 0.03 以内', (_title, name, id, mean) => {
    const set = deliveredSet(`kofukin-${name}-municipality-${one.fiscalYear}`)!
    const goal = set.goals.find((found) => found.id === id)!
    const groups = Array.isArray(mean) ? goal.groups.map((group) => [group]) : [goal.groups]
    const published = Array.isArray(mean) ? mean : [mean]
    expect(groups).toHaveLength(published.length)
    const near = groups.map((group, at) => isNear(nationalMean(group)!, published[at]!, 3))
    expect(near).toEqual(published.map(() => true))
    // exact counts are of 1,741 municipalities
    for (const { subitems } of groups.flat().flatMap(({ indicators }) => indicators))
      for (const { nationalResult } of subitems) expect(nationalResult?.of).toBe(one.populationSize)
  })
  it('群の平均の和は、全体の平均から0.05以内', () => {
    const sum = grants
      .flatMap(([, means]) => Object.values(means).flat())
      .reduce((all, mean) => all + mean, 0)
    expect(Math.abs(sum - one.published.total)).toBeLessThan(0.05)
  })
  if (one.published.sumOfAllMunicipalities !== undefined)
    it('全市町村の合計÷市町村数が平均になる', () => {
      const mean = one.published.sumOfAllMunicipalities! / one.populationSize
      expect(mean.toFixed(2)).toBe(one.published.total.toFixed(2))
    })
})

describe.each(of('rank-to-points'))('順位から得点 %s', (_, one) => {
  it('得点が合う', () => {
    expect(computed(rankRule, one.given, ON[one.fiscalYear])).toMatchObject(one.expected)
  })
})

describe.each(of('implementer-population-counts'))('実施市町村を母数とする段階 %s', (_, one) => {
  const { implementers, shares } = one.given
  it('得点市町村数は、実施市町村×割の切捨てと同じ', () => {
    const tenths = grantTopTenths.history[0]!.value.slice(1)
    expect(shares).toEqual(['all', ...tenths.map((share) => share / 10)])
    const ranks = thresholdRanks(implementers, tenths, true)
    expect(ranks).toEqual(one.expected.scoringMunicipalities)
  })
  it('同じ年度の定義の、得点市町村数にある', () => {
    const sets = ['suishin', 'shien'].map(
      (name) => deliveredSet(`kofukin-${name}-municipality-${one.fiscalYear}`)!,
    )
    const counts = indicatorsOf(sets).map(({ subitems }) =>
      subitems.map(({ nationalResult }) => nationalResult?.scoredMunicipalities),
    )
    expect(counts).toContainEqual(one.expected.scoringMunicipalities)
  })
})

describe.each(of('derived-threshold'))('著しく得点の低い市町村の線 %s', (_, one) => {
  it('線が合う', () => {
    const { meanRate, sd, maxPoints } = one.given
    const input = {
      meanRateMillionths: Math.round(meanRate * 1e6),
      standardDeviationHundredths: Math.round(sd * 100),
      maxPoints,
    }
    expect(computed(lowScoreRule, input, ON[one.fiscalYear])).toEqual({
      lineTenths: Math.round(one.expected.threshold * 10),
      below: [],
    })
  })
})

describe.each(of('prefecture-scores'))('都道府県の得点 %s', (_, one) => {
  it('目標の合計になる', () => {
    const { scores, total } = one.R8
    expect(computed(publishedRule, { ...scores, total }, ON.R8)).toMatchObject({ total })
    expect(totalOf(scores.suishin) + totalOf(scores.shien)).toBe(total)
    expect(one.R8.nationalRank).toBeLessThanOrEqual(one.populationSize)
  })
})

// What cannot be checked of the amounts: how 追加配分枠 and 激変緩和 were computed, and so each municipality's amount.
describe.each(of('allocation-national'))(
  '交付額の全国計 %s（追加配分枠は公表されておらず、額の計算は確かめられない）',
  (_, one) => {
    it('推進と支援の和で、返した市町村の分は全体より小さい', () => {
      expect(one.suishin + one.shien).toBe(one.municipalTotal)
      expect(one.undrawn.amount).toBeLessThan(one.municipalTotal)
      expect(one.undrawn.municipalities + one.undrawn.redistributedTo).toBeLessThanOrEqual(1741)
    })
    it('1人当たり額は、規模の大きい階級ほど小さい', () => {
      const { byClass } = one.perFirstInsured
      expect(byClass).toEqual(byClass.toSorted((a, b) => b - a))
    })
  },
)

describe.each(of('allocation-municipal'))('市町村の交付額 %s（配分の式は確かめられない）', (_, one) => {
  it('案の合計と1人当たり額から、第1号被保険者数が一つの範囲に決まる', () => {
    const yen = (one.planned.suishin + one.planned.shien) * 1000
    const people = Math.round(yen / one.perFirstInsuredYen)
    expect(people).toBeGreaterThan(100)
    expect(Math.round(yen / people)).toBe(one.perFirstInsuredYen)
  })
  if (one.final !== undefined)
    it('確定額は、案と所要見込額の小さい方', () => {
      const units = (['suishin', 'shien'] as const).map((id) => ({
        id,
        plannedThousandYen: one.planned[id],
        requestedThousandYen: one.final![id],
      }))
      const value = computed(capRule, { units }, ON.R6) as {
        units: { finalThousandYen: number }[]
        releasedThousandYen: number
      }
      expect(value.units.map(({ finalThousandYen }) => finalThousandYen)).toEqual([
        one.final!.suishin,
        one.final!.shien,
      ])
      expect(value.releasedThousandYen).toBeGreaterThan(0)
    })
})

describe.each(of('old-scale'))('古い満点 %s', (_, one) => {
  it.each(one.rows.map((row) => [row.level, row] as const))(
    '%s の満点は今と違い、線で結ばない',
    (level, row) => {
      const asked = level === '市町村' ? 'municipality' : 'prefecture'
      const today = computed(scaleRule, { level: asked, series: [{ fiscalYear: 'R6' }] }, ON.R6) as {
        years: { maxPoints: number }[]
      }
      const then = computed(scaleRule, { level: asked, series: [{ fiscalYear: 'H30' }] }, ON.H30)
      expect(then).toMatchObject({ years: [{ maxPoints: row.max }] })
      const series = [
        { fiscalYear: 'H30', maxPoints: row.max },
        { fiscalYear: 'R6', maxPoints: today.years[0]!.maxPoints },
      ]
      expect(computed(scaleRule, { series }, ON.R6)).toMatchObject({ isJoined: false })
      expect(row.mean).toBeLessThan(row.max)
    },
  )
})
