import { scaleRule } from './survey-rule.ts'

export const rule = scaleRule({
  id: 'NDS-10',
  title: '社会的役割',
  key: 'social',
  item: { name: 'social', title: '社会的役割', count: 4, answers: 2 }, // number: items and answers printed on the form
  formula: '「はい」の数。4点 高い、3点 やや低い、2点以下 低い',
  cases: [
    {
      title: '4点',
      on: '2026-11-22',
      input: { social1: 1, social2: 1, social3: 1, social4: 1 },
      value: { points: 4, level: '高い' },
    },
    {
      title: '3点',
      on: '2026-11-22',
      input: { social1: 2, social2: 1, social3: 1, social4: 1 },
      value: { points: 3, level: 'やや低い' },
    },
    {
      title: '2点',
      on: '2026-11-22',
      input: { social1: 2, social2: 2, social3: 1, social4: 1 },
      value: { points: 2, level: '低い' },
    },
    {
      title: '3点と無回答',
      on: '2026-11-22',
      input: { social1: 1, social2: 1, social3: 1, social4: null },
      value: { points: null, level: null },
    },
  ],
})
