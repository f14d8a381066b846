import { riskRule } from './survey-rule.ts'

export const rule = riskRule({
  id: 'NDS-06',
  title: '認知機能の低下',
  key: 'cognition',
  items: ['forget'],
  formula: '物忘れが多いと感じる＝はい',
  cases: [
    { title: '回答1', on: '2026-11-22', input: { forget: 1 }, value: { isAtRisk: true } },
    { title: '回答2', on: '2026-11-22', input: { forget: 2 }, value: { isAtRisk: false } },
    { title: '無回答', on: '2026-11-22', input: { forget: null }, value: { isAtRisk: null } },
  ],
})
