import { z } from 'zod'
import { grantGoalPoints } from '../../../law/evaluation/grants-goal-points.ts'
import { fiscalYearOf } from '../../../platform/calendar/index.ts'
import { choice, defineRule, RuleRefusal, whole } from '../../../platform/computation/index.ts'
import { deliveredSetIn } from '../delivered-sets.ts'
import { groupMaximumOf, publishedProblems, totalOf } from './published-result.ts'

const points = (title: string) => whole(title, '点', { max: 10_000 })
const goal = (id: string) =>
  z
    .strictObject({
      points: points(`目標${id}の得点`),
      taisei: points('体制・取組指標群').optional(),
      katsudo: points('活動指標群').optional(),
    })
    .meta({ title: `目標${id}`, description: `目標${id}の得点と、分かれば群ごとの得点（点）` })
const grant = (title: string) =>
  z
    .strictObject({ I: goal('I'), II: goal('II'), III: goal('III'), IV: goal('IV') })
    .meta({ title, description: `${title}の目標ごとの得点` })
const of = (...all: readonly number[]) => {
  const [I, II, III, IV] = all.map((one) => ({ points: one })) as [
    { points: number },
    { points: number },
    { points: number },
    { points: number },
  ]
  return { I, II, III, IV }
}
const NATIONAL = {
  source: { text: '交付金の評価結果一覧（計画作成者の作業記録による転記）' },
  isSecondary: true,
}

export const rule = defineRule({
  id: 'published-result',
  title: '公表された得点の検査と合計',
  group: '交付金',
  meaning: '公表された目標ごとの得点を合計し、合計・群・満点・目標Ⅳが食い違う表を断ります。',
  formula: '推進＝Ⅰ＋Ⅱ＋Ⅲ＋Ⅳ、支援＝Ⅰ＋Ⅱ＋Ⅲ＋Ⅳ、全体＝推進＋支援',
  source: { text: '交付金の評価指標（令和6年度から令和8年度まで。二次資料による転記）' },
  confidence: 'secondary',
  limits:
    '小項目ごとの得点からの計算は sum-by-set です。令和5年度までの満点の違う表には使えません。群の満点は、定義で分かっているものだけを見ます（都道府県分の多くは未確認）。',
  parameters: { goalPoints: grantGoalPoints },
  input: z.strictObject({
    level: choice('評価を受けるもの', { municipality: '市町村', prefecture: '都道府県' }).optional(),
    suishin: grant('推進交付金'),
    shien: grant('支援交付金'),
    suishinTotal: points('推進の合計（公表）').optional(),
    shienTotal: points('支援の合計（公表）').optional(),
    total: points('全体の合計（公表）').optional(),
  }),
  compute({ level = 'municipality', suishin, shien, ...stated }, { on, law, entry, note, round }) {
    const setOf = (grant: string) => deliveredSetIn(`kofukin-${grant}-${level}`, fiscalYearOf(on))
    const groupMaximum = groupMaximumOf({ suishin: setOf('suishin'), shien: setOf('shien') })
    const problems = publishedProblems({ suishin, shien }, stated, law.goalPoints, groupMaximum)
    if (problems.length > 0) throw new RuleRefusal(problems)
    const [suishinTotal, shienTotal] = [totalOf(suishin), totalOf(shien)]
    const total = suishinTotal + shienTotal
    const goals = [...Object.keys(suishin), ...Object.keys(shien)].length
    const exact = { over: total * 10_000, under: goals * law.goalPoints }
    note?.({
      label: '全体の合計',
      formula: '推進＋支援',
      inputs: { 推進: suishinTotal, 支援: shienTotal, 目標の満点: law.goalPoints },
      value: total,
      unit: '点',
      source: entry.goalPoints.source,
      confidence: entry.goalPoints.confidence,
    })
    return { suishinTotal, shienTotal, total, ratePerMyriad: round('得点率', exact, 'half-up', 1, '‱') }
  },
  cases: [
    {
      title: '富良野市 令和8年度 469点',
      on: '2026-04-01',
      input: {
        suishin: of(70, 60, 55, 50),
        shien: of(71, 48, 65, 50),
        suishinTotal: 235,
        shienTotal: 234,
        total: 469,
      },
      value: { suishinTotal: 235, shienTotal: 234, total: 469, ratePerMyriad: 5863 },
      ...NATIONAL,
    },
    {
      title: '宮城県 令和8年度 587点',
      on: '2026-04-01',
      input: { suishin: of(82, 91, 85, 50), shien: of(69, 78, 82, 50), total: 587 },
      value: { suishinTotal: 308, shienTotal: 279, total: 587, ratePerMyriad: 7338 },
      ...NATIONAL,
    },
    {
      title: '満点どうしは800点、0点どうしは0点',
      on: '2024-04-01',
      input: { suishin: of(100, 100, 100, 100), shien: of(0, 0, 0, 100) },
      value: { suishinTotal: 400, shienTotal: 100, total: 500, ratePerMyriad: 6250 },
    },
    {
      title: '令和9年度の満点は確かめていない',
      on: '2027-04-01',
      input: { suishin: of(0, 0, 0, 0), shien: of(0, 0, 0, 0) },
      refused: { code: 'no-value-in-force' },
    },
    {
      title: '合計の合わない表は断る',
      on: '2026-04-01',
      input: { suishin: of(70, 60, 55, 50), shien: of(71, 48, 65, 50), total: 470 },
      refused: { code: 'total-differs', path: 'total' },
    },
    {
      title: '目標Ⅳが二つの交付金で違う表は断る',
      on: '2026-04-01',
      input: { suishin: of(70, 60, 55, 50), shien: of(71, 48, 65, 49) },
      refused: { code: 'shared-goal-differs', path: 'shien.IV' },
    },
    {
      title: '満点を超える目標は断る',
      on: '2026-04-01',
      input: { suishin: of(101, 60, 55, 50), shien: of(71, 48, 65, 50) },
      refused: { code: 'above-maximum', path: 'suishin.I' },
    },
    ...(
      [
        [
          '群の点が目標の点より多い表は、片方の群だけでも断る',
          { points: 10, taisei: 50 },
          'groups-differ',
          'suishin.I',
        ],
        [
          '群の満点（64点）を超える表は断る',
          { points: 70, taisei: 65, katsudo: 5 },
          'above-maximum',
          'suishin.I.taisei',
        ],
        [
          '群の満点（36点）を超える表は断る',
          { points: 60, katsudo: 37 },
          'above-maximum',
          'suishin.I.katsudo',
        ],
      ] as const
    ).map(([title, I, code, path]) => ({
      title,
      on: '2026-04-01',
      input: { suishin: { ...of(0, 60, 55, 50), I }, shien: of(71, 48, 65, 50) },
      refused: { code, path },
    })),
    {
      title: '群の満点どうしは受け取る',
      on: '2026-04-01',
      input: {
        suishin: { ...of(0, 0, 0, 50), I: { points: 100, taisei: 64, katsudo: 36 } },
        shien: of(0, 0, 0, 50),
      },
      value: { suishinTotal: 150, shienTotal: 50, total: 200, ratePerMyriad: 2500 },
    },
    {
      title: '都道府県分の推進Ⅰの群の満点は60点',
      on: '2026-04-01',
      input: {
        level: 'prefecture',
        suishin: { ...of(0, 0, 0, 50), I: { points: 61, taisei: 61 } },
        shien: of(0, 0, 0, 50),
      },
      refused: { code: 'above-maximum', path: 'suishin.I.taisei' },
    },
    {
      title: '群の合計が目標と合わない表は断る',
      on: '2026-04-01',
      input: {
        suishin: { ...of(70, 60, 55, 50), I: { points: 70, taisei: 40, katsudo: 29 } },
        shien: of(71, 48, 65, 50),
      },
      refused: { code: 'groups-differ', path: 'suishin.I' },
    },
  ],
})
