import { scaleRule } from './survey-rule.ts'

export const rule = scaleRule({
  id: 'NDS-09',
  title: '知的能動性',
  key: 'intellectual',
  item: { name: 'intel', title: '知的能動性', count: 4, answers: 2 }, // number: items and answers printed on the form
  formula: '「はい」の数。4点 高い、3点 やや低い、2点以下 低い',
  cases: [
    {
      title: '4点',
      on: '2026-11-22',
      input: { intel1: 1, intel2: 1, intel3: 1, intel4: 1 },
      value: { points: 4, level: '高い' },
    },
    ...(['2025-03-31', '2025-04-01'] as const).map((on) => ({
      title: `4点（${on}。第10期の調査は仮置き）`,
      on,
      input: { intel1: 1, intel2: 1, intel3: 1, intel4: 1 },
      value: { points: 4, level: '高い' },
    })),
    {
      title: '3点',
      on: '2026-11-22',
      input: { intel1: 1, intel2: 1, intel3: 1, intel4: 2 },
      value: { points: 3, level: 'やや低い' },
    },
    {
      title: '2点',
      on: '2026-11-22',
      input: { intel1: 1, intel2: 1, intel3: 2, intel4: 2 },
      value: { points: 2, level: '低い' },
    },
    {
      title: '2点と無回答',
      on: '2026-11-22',
      input: { intel1: 1, intel2: 1, intel3: 2, intel4: null },
      value: { points: null, level: null },
    },
    {
      title: '低いに決まる',
      on: '2026-11-22',
      input: { intel1: 1, intel2: 2, intel3: 2, intel4: null },
      value: { points: null, level: '低い' },
    },
  ],
})
