import { riskRule } from './survey-rule.ts'

export const rule = riskRule({
  id: 'NDS-02',
  title: '転倒リスク',
  key: 'fall',
  items: ['fall'],
  formula: '過去1年間の転倒が「何度もある」か「1度ある」',
  cases: [
    { title: '回答1', on: '2026-11-22', input: { fall: 1 }, value: { isAtRisk: true } },
    { title: '回答2', on: '2026-11-22', input: { fall: 2 }, value: { isAtRisk: true } },
    { title: '回答3', on: '2026-11-22', input: { fall: 3 }, value: { isAtRisk: false } },
    { title: '無回答', on: '2026-11-22', input: { fall: null }, value: { isAtRisk: null } },
  ],
})
