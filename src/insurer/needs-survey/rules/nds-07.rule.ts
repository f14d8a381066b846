import { riskRule } from './survey-rule.ts'

export const rule = riskRule({
  id: 'NDS-07',
  title: 'うつ傾向',
  key: 'depression',
  items: ['depress1', 'depress2'],
  formula: '気分の沈み・興味のなさのどちらかが「はい」',
  cases: [
    { title: '気分', on: '2026-11-22', input: { depress1: 1, depress2: 2 }, value: { isAtRisk: true } },
    { title: '興味', on: '2026-11-22', input: { depress1: 2, depress2: 1 }, value: { isAtRisk: true } },
    { title: 'どちらも', on: '2026-11-22', input: { depress1: 1, depress2: 1 }, value: { isAtRisk: true } },
    { title: 'なし', on: '2026-11-22', input: { depress1: 2, depress2: 2 }, value: { isAtRisk: false } },
    {
      title: 'はいと無回答',
      on: '2026-11-22',
      input: { depress1: 1, depress2: null },
      value: { isAtRisk: true },
    },
    {
      title: 'いいえと無回答',
      on: '2026-11-22',
      input: { depress1: 2, depress2: null },
      value: { isAtRisk: null },
    },
  ],
})
