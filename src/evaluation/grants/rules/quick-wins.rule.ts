import { z } from 'zod'
import { grantPopulation } from '../../../law/evaluation/grants-population.ts'
import { quickWinLeastPerMille } from '../../../law/evaluation/grants-quick-wins.ts'
import { choice, defineRule, perMille, RuleRefusal, yesNo } from '../../../platform/computation/index.ts'
import kawasakiR8 from '../cases/kawasaki-machi-R8.json' with { type: 'json' }
import { answerProblems } from './check-answers.ts'
import { quickWins } from './quick-wins.ts'
import { answersField, readSets, setsField } from './read-sets.ts'
import { scoreSets } from './score-set.ts'

const kawasaki = Object.fromEntries(kawasakiR8.scoredSubitems.map((ref) => [ref, 'scored' as const]))

export const rule = defineRule({
  id: 'quick-wins',
  covers: ['EV-18', 'EV-19'],
  title: '多くの市町村が得点し、自分の市町村が得点していない小項目',
  group: '交付金',
  meaning:
    '6割以上の市町村が得点している体制・取組の小項目のうち、まだ得点していないものを、定義の順に並べます。',
  formula: '得点した市町村の割合≧線 で、自分の市町村が得点していない小項目',
  source: { text: '計画作成の実務で使われる比べ方（線の割合は本ソフトの決め）' },
  confidence: 'decided',
  limits:
    '得点を増やすことが目的ではありません。小項目の取組が地域に要るかどうかを先に考えてください。配点の分からない小項目は並びません。',
  parameters: { leastPerMille: quickWinLeastPerMille, population: grantPopulation },
  input: z.strictObject({
    sets: setsField,
    answers: answersField,
    isRestNotScored: yesNo('回答にない小項目は得点なし', '公表された表から見るとき、はい').optional(),
    group: choice('指標群', { taisei: '体制・取組指標群', katsudo: '活動指標群', seika: '成果指標群' }),
    leastPerMille: perMille('線とする割合', { max: 1000, help: '省くと本ソフトの決め' }).optional(),
  }),
  compute({ sets: asked, answers, isRestNotScored = false, group, leastPerMille }, { law, entry, note }) {
    const sets = readSets(asked)
    const problems = answerProblems(sets, answers, { isRestNotScored, population: () => law.population })
    if (problems.length > 0) throw new RuleRefusal(problems)
    const least = leastPerMille ?? law.leastPerMille
    const items = quickWins(sets, scoreSets(sets, answers, isRestNotScored), group, least)
    for (const { ref, points, nationalPerMille } of items)
      note?.({
        label: `${ref} 得点していない小項目`,
        inputs: { 得点した市町村の割合: `${nationalPerMille}‰` },
        value: points,
        unit: '点',
      })
    const points = items.reduce((sum, one) => sum + one.points, 0)
    note?.({
      label: '合わせた配点',
      formula: '並んだ小項目の配点の合計',
      inputs: { 小項目の数: items.length, 線とする割合: least },
      value: points,
      unit: '点',
      source: entry.leastPerMille.source,
      confidence: entry.leastPerMille.confidence,
    })
    return { items, points }
  },
  cases: [
    {
      title: 'EV-18 川崎町 令和8年度: 推進Ⅰ4 ア・イ・ウと推進Ⅱ2 アの18点',
      on: '2026-04-01',
      input: { sets: kawasakiR8.indicatorSets, answers: kawasaki, isRestNotScored: true, group: 'taisei' },
      value: {
        items: [
          ['S-I-4:ア', 4, 831, '年に１回以上、評価結果を庁内の関係者間で説明・共有する場がある'],
          ['S-I-4:イ', 4, 644, 'アの場には、庁内のみならず、外部の関係者が参画している'],
          ['S-I-4:ウ', 4, 700, 'アの場における意見を、施策の改善・見直し等に活用している'],
          ['S-II-2:ア', 6, 969, '３事業の全てを実施している'],
        ].map(([ref, points, nationalPerMille, text]) => ({
          ref,
          points,
          nationalPerMille,
          text,
          textStatus: 'official',
          isUnanswered: false,
        })),
        points: 18,
      },
      source: { text: '交付金の評価結果一覧（令和8年度。計画作成者の作業記録による転記）' },
      isSecondary: true,
    },
    {
      title: '線を970‰にすると、並ぶものはない',
      on: '2026-04-01',
      input: {
        sets: kawasakiR8.indicatorSets,
        answers: kawasaki,
        isRestNotScored: true,
        group: 'taisei',
        leastPerMille: 970,
      },
      value: { items: [], points: 0 },
    },
    {
      title: 'ない定義は断る',
      on: '2026-04-01',
      input: { sets: ['x'], answers: {}, group: 'taisei' },
      refused: { code: 'unknown-set', path: 'sets.0' },
    },
  ],
})
