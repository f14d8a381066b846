import type { Dated } from '../types.ts'

/** 常勤換算による配置: from when the 運営協議会 may allow it, and to which part of a person it is cut. */
export const fullTimeEquivalentStep: Dated<number> = {
  id: 'evaluation.centres.full-time-equivalent-step',
  title: '常勤換算の端数の単位',
  unit: '人（10分の1人を1とする）',
  history: [
    {
      from: '2024-04-01', // before, heads of 専従常勤
      value: 1,
      source: { text: '介護保険法施行規則第140条の66第1号イ（令和6年改正）、市の要綱' },
      confidence: 'secondary',
      note: '0.1人未満は切り捨てます。使えるのは、運営協議会が必要と認めたときだけです。',
    },
  ],
  checkedOn: '2026-11-22',
}
