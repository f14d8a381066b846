import type { IndicatorCase } from '../../define.ts'

export default [
  {
    place: '高松市',
    level: 'insurer',
    periodTo: null,
    figures: { 'offices.720': 13, 'insured.total': 120_025 },
    value: 1.0831,
    digits: 4,
  },
] satisfies IndicatorCase[]
