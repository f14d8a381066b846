import { z } from 'zod'
import { defineRule, RuleRefusal, whole } from '../../../platform/computation/index.ts'
import { annualCapPoints, stepProblems, steps } from './rule-fields.ts'
import { pointsOf } from './versions.ts'

const KONOSU = { text: '鴻巣市のボランティアポイント制度（市の公開資料）。10個から29個までの段階' }

export const rule = defineRule({
  id: 'VPT-03',
  title: 'スタンプとポイント（段階と年度の上限）',
  group: '通いの場',
  meaning:
    '年度のスタンプの数がいくつのポイントになるかです。比例ではなく段階で決まり、年度の上限があります。',
  formula: 'ポイント＝達した段階のうち最も上のもの、年度の上限まで。最初の段階に届かなければ0',
  source: {
    text: '鴻巣市のボランティアポイント制度（段階で決まること。市の公開資料）、年度の上限は各地の例',
  },
  confidence: 'recalled',
  limits:
    '段階も上限も市町村が決めます。例の上限（5,000ポイント）と30個からの段階は架空です。年度の途中で決まりが変わるときは VPT-01 で計算してください。',
  parameters: {},
  input: z.strictObject({ stamps: whole('年度のスタンプ', '個', { max: 10_000 }), steps, annualCapPoints }),
  compute({ stamps, steps: all, annualCapPoints: cap }, { note }) {
    const problems = stepProblems(all, 'steps')
    if (problems.length > 0) throw new RuleRefusal(problems)
    const worth = pointsOf(stamps, all)
    const points = Math.min(worth, cap)
    note?.({ label: '達した段階のポイント', inputs: { スタンプ: stamps }, value: worth, unit: 'ポイント' })
    note?.({
      label: '年度のポイント',
      formula: '上限まで',
      inputs: { 上限: cap },
      value: points,
      unit: 'ポイント',
    })
    return { points, isCapped: worth > cap }
  },
  labels: { points: '年度のポイント', isCapped: '上限に達した' },
  cases: [
    ...(
      [
        [9, 0, true],
        [10, 1000, true],
        [19, 1000, true],
        [20, 2000, true],
        [29, 2000, true],
        [0, 0, false],
        [30, 3000, false],
        [50, 5000, false],
        [999, 5000, false],
      ] as const
    ).map(([stamps, points, isPublished]) => ({
      title: `10個ごとに1,000ポイント: ${stamps}個（${isPublished ? '鴻巣市の段階' : '架空'}）`,
      on: '2026-04-01',
      input: {
        stamps,
        steps: [10, 20, 30, 40, 50].map((fromStamps) => ({ fromStamps, points: fromStamps * 100 })),
        annualCapPoints: 5000,
      },
      value: { points, isCapped: false },
      ...(isPublished ? { source: KONOSU } : {}),
    })),
    {
      title: '上限を超える段階は、上限まで（架空）',
      on: '2026-04-01',
      input: { stamps: 60, steps: [{ fromStamps: 60, points: 6000 }], annualCapPoints: 5000 },
      value: { points: 5000, isCapped: true },
    },
    ...(
      [
        ['スタンプ', { fromStamps: 10, points: 2000 }],
        ['ポイント', { fromStamps: 20, points: 1000 }],
      ] as const
    ).map(([what, second]) => ({
      title: `段階の${what}が増えていない`,
      on: '2026-04-01',
      input: { stamps: 1, steps: [{ fromStamps: 10, points: 1000 }, second], annualCapPoints: 5000 },
      refused: { code: 'steps-not-rising', path: 'steps.1' },
    })),
  ],
})
