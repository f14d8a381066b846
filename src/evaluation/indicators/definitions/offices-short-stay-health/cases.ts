import type { IndicatorCase } from '../../define.ts'

export default [
  {
    place: '高松市',
    level: 'insurer',
    periodTo: null,
    figures: { 'offices.220': 15, 'insured.total': 120_025 },
    value: 1.2497,
    digits: 4,
  },
] satisfies IndicatorCase[]
