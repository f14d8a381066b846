import { z } from 'zod'
import { grantPopulation } from '../../../law/evaluation/grants-population.ts'
import { defineRule, RuleRefusal, yesNo } from '../../../platform/computation/index.ts'
import kawasakiR8 from '../cases/kawasaki-machi-R8.json' with { type: 'json' }
import kitashiobaraR6 from '../cases/kitashiobara-R6.json' with { type: 'json' }
import { answerProblems } from './check-answers.ts'
import { answersField, readSets, setsField } from './read-sets.ts'
import { type Score, scoreOf } from './score.ts'
import { scoreSets } from './score-set.ts'

const NATIONAL = { text: '交付金の評価結果一覧（計画作成者の作業記録による転記）' }
const published = (refs: readonly string[]) => Object.fromEntries(refs.map((ref) => [ref, 'scored' as const]))
/** A part that is known in whole. */
const sure = (earned: number, possible: number): Score =>
  scoreOf({ earned, awaiting: 0, unknown: 0, possible, unpointed: 0 })
const goal = (id: string, earned: number, groups: Record<string, Score>) => ({
  id,
  score: sure(earned, 100),
  groups,
})

export const rule = defineRule({
  id: 'sum-by-set',
  covers: ['EV-13', 'EV-14'],
  title: '交付金の評価の得点',
  group: '交付金',
  meaning:
    '指標の定義と回答から、群・目標・交付金ごとの得点と合計を出します。目標Ⅳは一度答えて、二つの交付金の両方に数えます。',
  formula:
    '小項目の得点を、指標の決まり（合計、段階、良い方、上限など）で合わせ、群・目標・交付金・全体へ足す',
  source: { text: '交付金の評価指標（令和6年度から令和8年度まで。二次資料による転記）' },
  confidence: 'secondary',
  limits:
    '小項目の文言の多くは公式の文言ではありません（定義の textStatus）。相対評価を順位から出した点は試算で、公表された全国の結果があればそちらを使います。配点の分からない小項目は0点とせず、合計を「一部未確定」とします。追加配分枠などの金額は出しません。',
  parameters: { population: grantPopulation },
  input: z.strictObject({
    sets: setsField,
    answers: answersField,
    isRestNotScored: yesNo(
      '回答にない小項目は得点なし',
      '公表された表のように、得点した小項目だけを並べるとき、はい。いいえ（省いたとき）なら未回答',
    ).optional(),
  }),
  compute({ sets: asked, answers, isRestNotScored = false }, { law, note }) {
    const sets = readSets(asked)
    const problems = answerProblems(sets, answers, { isRestNotScored, population: () => law.population })
    if (problems.length > 0) throw new RuleRefusal(problems)
    const scored = scoreSets(sets, answers, isRestNotScored)
    for (const { goals } of scored.sets)
      for (const { indicators } of goals)
        for (const { title, trace } of indicators)
          for (const { ref, rule, input, points } of trace)
            note?.({
              label: `${ref} ${title}`,
              formula: rule,
              inputs: { 回答: input },
              value: points,
              unit: '点',
            })
    const { total } = scored
    note?.({
      label: '合計（確実）',
      formula: '交付金ごとの得点の合計',
      inputs: { 根拠待ち: total.awaiting, 未確定: total.unknown, 満点: total.possible, 状態: total.status },
      value: total.earned,
      unit: '点',
    })
    return {
      sets: scored.sets.map(({ set, fiscalYear, score, goals }) => ({
        set,
        fiscalYear,
        score,
        goals: goals.map((one) => ({
          id: one.id,
          score: one.score,
          groups: Object.fromEntries(one.groups.map(({ kind, score: part }) => [kind, part])),
        })),
      })),
      byKind: scored.byKind,
      total,
    }
  },
  cases: [
    {
      title: 'EV-13 川崎町（宮城県）令和8年度 528点',
      on: '2026-04-01',
      input: {
        sets: kawasakiR8.indicatorSets,
        answers: published(kawasakiR8.scoredSubitems),
        isRestNotScored: true,
      },
      value: {
        sets: [
          {
            set: 'kofukin-suishin-municipality',
            fiscalYear: 'R8',
            score: sure(252, 400),
            goals: [
              goal('I', 57, { taisei: sure(48, 64), katsudo: sure(9, 36) }),
              goal('II', 82, { taisei: sure(62, 68), katsudo: sure(20, 32) }),
              goal('III', 73, { taisei: sure(64, 64), katsudo: sure(9, 36) }),
              goal('IV', 40, { seika: sure(40, 100) }),
            ],
          },
          {
            set: 'kofukin-shien-municipality',
            fiscalYear: 'R8',
            score: sure(276, 400),
            goals: [
              goal('I', 87, { taisei: sure(52, 52), katsudo: sure(35, 48) }),
              goal('II', 77, { taisei: sure(59, 64), katsudo: sure(18, 36) }),
              goal('III', 72, { taisei: sure(68, 68), katsudo: sure(4, 32) }),
              goal('IV', 40, { seika: sure(40, 100) }),
            ],
          },
        ],
        byKind: { taisei: sure(353, 380), katsudo: sure(95, 220), seika: sure(80, 200) },
        total: sure(528, 800),
      },
      source: NATIONAL,
      isSecondary: true,
    },
    {
      title: 'EV-14 北塩原村（福島県）令和6年度 295点',
      on: '2024-04-01',
      input: {
        sets: kitashiobaraR6.indicatorSets,
        answers: published(kitashiobaraR6.scoredSubitems),
        isRestNotScored: true,
      },
      value: {
        sets: [
          {
            set: 'kofukin-suishin-municipality',
            fiscalYear: 'R6',
            score: sure(124, 400),
            goals: [
              goal('I', 17, { taisei: sure(8, 64), katsudo: sure(9, 36) }),
              goal('II', 30, { taisei: sure(30, 68), katsudo: sure(0, 32) }),
              goal('III', 12, { taisei: sure(12, 64), katsudo: sure(0, 36) }),
              goal('IV', 65, { seika: sure(65, 100) }),
            ],
          },
          {
            set: 'kofukin-shien-municipality',
            fiscalYear: 'R6',
            score: sure(171, 400),
            goals: [
              goal('I', 27, { taisei: sure(12, 52), katsudo: sure(15, 48) }),
              goal('II', 40, { taisei: sure(34, 64), katsudo: sure(6, 36) }),
              goal('III', 39, { taisei: sure(31, 68), katsudo: sure(8, 32) }),
              goal('IV', 65, { seika: sure(65, 100) }),
            ],
          },
        ],
        byKind: { taisei: sure(127, 380), katsudo: sure(38, 220), seika: sure(130, 200) },
        total: sure(295, 800),
      },
      source: NATIONAL,
      isSecondary: true,
    },
    {
      title: '年度の違う定義は一緒に数えない',
      on: '2026-04-01',
      input: { sets: ['kofukin-suishin-municipality-R7', 'kofukin-shien-municipality-R8'], answers: {} },
      refused: { code: 'years-differ', path: 'sets' },
    },
    {
      title: 'ない定義と、定義にない小項目は断る',
      on: '2026-04-01',
      input: { sets: ['kofukin-suishin-municipality-R5'], answers: {} },
      refused: { code: 'unknown-set', path: 'sets.0' },
    },
    {
      title: '令和8年度にない小項目は断る',
      on: '2026-04-01',
      input: { sets: ['kofukin-suishin-municipality-R8'], answers: { 'S-II-2:ア①': 'yes' } },
      refused: { code: 'unknown-subitem', path: 'answers.S-II-2:ア①' },
    },
  ],
})
