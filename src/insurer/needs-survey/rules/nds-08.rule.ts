import { scaleRule } from './survey-rule.ts'

export const rule = scaleRule({
  id: 'NDS-08',
  title: '手段的自立度（IADL）',
  key: 'iadl',
  item: { name: 'iadl', title: '手段的自立度', count: 5, answers: 3 }, // number: items and answers printed on the form
  formula: '「できるし、している」「できるけどしていない」の数。5点 高い、4点 やや低い、3点以下 低い',
  cases: [
    {
      title: '5点',
      on: '2026-11-22',
      input: { iadl1: 1, iadl2: 2, iadl3: 1, iadl4: 2, iadl5: 1 },
      value: { points: 5, level: '高い' },
    },
    {
      title: '4点',
      on: '2026-11-22',
      input: { iadl1: 1, iadl2: 1, iadl3: 1, iadl4: 1, iadl5: 3 },
      value: { points: 4, level: 'やや低い' },
    },
    {
      title: '3点',
      on: '2026-11-22',
      input: { iadl1: 1, iadl2: 1, iadl3: 1, iadl4: 3, iadl5: 3 },
      value: { points: 3, level: '低い' },
    },
    {
      title: '0点',
      on: '2026-11-22',
      input: { iadl1: 3, iadl2: 3, iadl3: 3, iadl4: 3, iadl5: 3 },
      value: { points: 0, level: '低い' },
    },
    {
      title: '4点と無回答',
      on: '2026-11-22',
      input: { iadl1: 1, iadl2: 1, iadl3: 1, iadl4: 1, iadl5: null },
      value: { points: null, level: null },
    },
    {
      title: '3点以下に決まる',
      on: '2026-11-22',
      input: { iadl1: 1, iadl2: 1, iadl3: 3, iadl4: 3, iadl5: null },
      value: { points: null, level: '低い' },
    },
  ],
})
