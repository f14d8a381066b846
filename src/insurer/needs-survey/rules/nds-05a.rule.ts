import { riskRule } from './survey-rule.ts'

export const rule = riskRule({
  id: 'NDS-05a',
  title: '咀嚼機能の低下',
  key: 'chewing',
  items: ['hardFood'],
  formula: '固いものが食べにくい＝はい',
  cases: [
    { title: '回答1', on: '2026-11-22', input: { hardFood: 1 }, value: { isAtRisk: true } },
    { title: '回答2', on: '2026-11-22', input: { hardFood: 2 }, value: { isAtRisk: false } },
    { title: '無回答', on: '2026-11-22', input: { hardFood: null }, value: { isAtRisk: null } },
  ],
})
