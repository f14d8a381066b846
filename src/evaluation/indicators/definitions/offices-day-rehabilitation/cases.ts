import type { IndicatorCase } from '../../define.ts'

export default [
  {
    place: '高松市',
    level: 'insurer',
    periodTo: null,
    figures: { 'offices.160': 43, 'insured.total': 120_025 },
    value: 3.5826,
    digits: 4,
  },
] satisfies IndicatorCase[]
