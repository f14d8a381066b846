import { riskRule } from './survey-rule.ts'

export const rule = riskRule({
  id: 'NDS-05b',
  title: '口腔機能の低下',
  key: 'oral',
  items: ['hardFood', 'choke', 'dryMouth'],
  formula: '固いもの・むせ・口の渇きのうち2つ以上が「はい」',
  cases: [
    {
      title: '2つ',
      on: '2026-11-22',
      input: { hardFood: 1, choke: 1, dryMouth: 2 },
      value: { isAtRisk: true },
    },
    {
      title: '3つ',
      on: '2026-11-22',
      input: { hardFood: 1, choke: 1, dryMouth: 1 },
      value: { isAtRisk: true },
    },
    {
      title: '1つ',
      on: '2026-11-22',
      input: { hardFood: 1, choke: 2, dryMouth: 2 },
      value: { isAtRisk: false },
    },
    {
      title: '2つと無回答',
      on: '2026-11-22',
      input: { hardFood: 2, choke: 1, dryMouth: 1 },
      value: { isAtRisk: true },
    },
    {
      title: '1つと無回答',
      on: '2026-11-22',
      input: { hardFood: 1, choke: null, dryMouth: 2 },
      value: { isAtRisk: null },
    },
    {
      title: '0と無回答',
      on: '2026-11-22',
      input: { hardFood: 2, choke: null, dryMouth: 2 },
      value: { isAtRisk: false },
    },
  ],
})
