import { riskRule } from './survey-rule.ts'

export const rule = riskRule({
  id: 'NDS-01',
  title: '運動器機能の低下',
  key: 'motor',
  items: ['stairs', 'stand', 'walk15', 'fall', 'fallFear'],
  formula:
    '階段・立ち上がり・15分歩行が「できない」、転倒が「何度も・1度」、不安が「とても・やや」のうち3つ以上',
  cases: [
    {
      title: '3つ該当（階段、立ち上がり、転倒）',
      on: '2026-11-22',
      input: { stairs: 3, stand: 3, walk15: 1, fall: 2, fallFear: 4 },
      value: { isAtRisk: true },
    },
    {
      title: '3つ該当し、残りは無回答',
      on: '2026-11-22',
      input: { stairs: 3, stand: 3, walk15: 3, fall: null, fallFear: null },
      value: { isAtRisk: true },
    },
    {
      title: '無回答を数えても2つまで',
      on: '2026-11-22',
      input: { stairs: 1, stand: 1, walk15: 1, fall: null, fallFear: 1 },
      value: { isAtRisk: false },
    },
    {
      title: '2つ該当し、一つ無回答では決まらない',
      on: '2026-11-22',
      input: { stairs: 3, stand: 3, walk15: 1, fall: null, fallFear: 4 },
      value: { isAtRisk: null },
    },
    {
      title: '「できるけどしていない」は数えない',
      on: '2026-11-22',
      input: { stairs: 2, stand: 2, walk15: 2, fall: 1, fallFear: 2 },
      value: { isAtRisk: false },
    },
    {
      title: '転倒1度と不安「やや」で3つ',
      on: '2026-11-22',
      input: { stairs: 3, stand: 2, walk15: 2, fall: 1, fallFear: 2 },
      value: { isAtRisk: true },
    },
    {
      title: '転倒なし、不安「あまり」は数えない',
      on: '2026-11-22',
      input: { stairs: 3, stand: 3, walk15: 2, fall: 3, fallFear: 3 },
      value: { isAtRisk: false },
    },
  ],
})
