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
    { title: '第9期の調査', on: '2025-03-31', input: { forget: 1 }, value: { isAtRisk: true } },
    { title: '第10期の調査は仮置き', on: '2025-04-01', input: { forget: 1 }, value: { isAtRisk: true } },
    { title: '無回答', on: '2026-11-22', input: { forget: null }, value: { isAtRisk: null } },
  ],
})
