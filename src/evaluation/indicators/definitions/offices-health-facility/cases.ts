import type { IndicatorCase } from '../../define.ts'

export default [
  {
    place: '高松市',
    level: 'insurer',
    periodTo: null,
    figures: { 'offices.520': 16, 'insured.total': 120_025 },
    value: 1.3331,
    digits: 4,
  },
] satisfies IndicatorCase[]
