import type { IndicatorCase } from '../../define.ts'

export default [
  {
    place: '高松市',
    level: 'insurer',
    periodTo: null,
    figures: { 'offices.550': 3, 'insured.total': 120_025 },
    value: 0.2499,
    digits: 4,
  },
] satisfies IndicatorCase[]
