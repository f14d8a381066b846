import { z } from 'zod'
import { dynamicsLevelScores } from '../../../law/evaluation/certification-dynamics.ts'
import { defineRule, orUnknown } from '../../../platform/computation/index.ts'
import { level, rowsOf } from './levels.ts'
import { levelGroupOf, meanChange } from './mean-level.ts'

export const rule = defineRule({
  id: 'CDY-05',
  title: '平均要介護度の変化',
  group: '健康寿命',
  meaning:
    'はじめの日に要介護1～2（軽度）、要介護3～5（中重度）だった方の、要介護度の点の平均がどれだけ動いたかです。',
  formula: '変化＝終わりの点の平均−はじめの点の平均（要支援1を1点、要介護5を7点とする）',
  source: { text: '本ソフトの決め（国の定義が手元にないもの）' },
  confidence: 'decided',
  limits:
    '終わりの日に認定のない方（死亡、転出、非該当、更新せず）は平均に入らず、人数だけを示します。交付金の指標とは点や除外の決まりが違うことがあります。',
  parameters: { scores: dynamicsLevelScores },
  input: z.strictObject({
    people: rowsOf(
      '認定のあった方',
      z
        .strictObject({
          levelAtStart: level('はじめの要介護度'),
          levelAtEnd: orUnknown(level('終わりの要介護度'), '認定がなければ null'),
        })
        .meta({ title: '認定のあった方' }),
      '名前のない行。要支援の方は入力しても数えません',
    ),
  }),
  compute({ people }, { law, entry, note, round }) {
    const cohortOf = (group: 'light' | 'heavy', label: string) => {
      const cohort = people.filter(({ levelAtStart }) => levelGroupOf(levelAtStart) === group)
      const { changed, persons, without } = meanChange(cohort, law.scores)
      const changeHundredths = changed ? round(`${label}の変化`, changed, 'half-up', 1, '0.01点') : null
      note?.({
        label: `${label}の平均要介護度の変化`,
        formula: '終わりの点の平均−はじめの点の平均',
        inputs: { 人数: persons, 終わりに認定のない人: without },
        value: changeHundredths,
        unit: '0.01点',
        source: entry.scores.source,
        confidence: entry.scores.confidence,
      })
      return { persons, withoutLevelAtEnd: without, changeHundredths }
    }
    return {
      light: cohortOf('light', '軽度（要介護1～2）'),
      heavy: cohortOf('heavy', '中重度（要介護3～5）'),
    }
  },
  labels: {
    light: '軽度（要介護1～2）',
    heavy: '中重度（要介護3～5）',
    persons: '人数',
    withoutLevelAtEnd: '終わりに認定のない人',
    changeHundredths: '変化',
  },
  cases: [
    {
      title: '軽度は0.67点悪く、中重度は0.50点よくなった（架空）',
      on: '2026-04-01',
      input: {
        people: [
          { levelAtStart: '21', levelAtEnd: '23' },
          { levelAtStart: '22', levelAtEnd: '22' },
          { levelAtStart: '22', levelAtEnd: '22' },
          { levelAtStart: '22', levelAtEnd: null },
          { levelAtStart: '23', levelAtEnd: '22' },
          { levelAtStart: '25', levelAtEnd: '25' },
          { levelAtStart: '13', levelAtEnd: '25' },
        ],
      },
      value: {
        light: { persons: 3, withoutLevelAtEnd: 1, changeHundredths: 67 },
        heavy: { persons: 2, withoutLevelAtEnd: 0, changeHundredths: -50 },
      },
    },
    {
      title: '終わりに認定のある方がいなければ、変化はわからない',
      on: '2026-04-01',
      input: { people: [{ levelAtStart: '24', levelAtEnd: null }] },
      value: {
        light: { persons: 0, withoutLevelAtEnd: 0, changeHundredths: null },
        heavy: { persons: 0, withoutLevelAtEnd: 1, changeHundredths: null },
      },
    },
  ],
})
