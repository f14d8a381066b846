import { riskRule } from './survey-rule.ts'

export const rule = riskRule({
  id: 'NDS-03',
  title: '閉じこもり傾向',
  key: 'seclusion',
  items: ['goOut'],
  formula: '外出が「ほとんどしない」か「週1回」',
  cases: [
    { title: '回答1', on: '2026-11-22', input: { goOut: 1 }, value: { isAtRisk: true } },
    { title: '回答2', on: '2026-11-22', input: { goOut: 2 }, value: { isAtRisk: true } },
    { title: '回答3', on: '2026-11-22', input: { goOut: 3 }, value: { isAtRisk: false } },
    { title: '回答4', on: '2026-11-22', input: { goOut: 4 }, value: { isAtRisk: false } },
    { title: '無回答', on: '2026-11-22', input: { goOut: null }, value: { isAtRisk: null } },
  ],
})
