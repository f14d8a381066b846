import type { IndicatorCase } from '../../define.ts'

export default [
  {
    place: '高松市',
    level: 'insurer',
    periodTo: null,
    figures: { 'offices.331': 17, 'offices.332': 4, 'offices.334': 3, 'insured.total': 120_025 },
    value: 1.9996,
    digits: 4,
  },
] satisfies IndicatorCase[]
