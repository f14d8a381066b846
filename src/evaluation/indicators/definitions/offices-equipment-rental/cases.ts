import type { IndicatorCase } from '../../define.ts'

export default [
  {
    place: '高松市',
    level: 'insurer',
    periodTo: null,
    figures: { 'offices.170': 38, 'insured.total': 120_025 },
    value: 3.166,
    digits: 4,
  },
] satisfies IndicatorCase[]
