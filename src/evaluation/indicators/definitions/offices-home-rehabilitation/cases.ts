import type { IndicatorCase } from '../../define.ts'

export default [
  {
    place: '高松市',
    level: 'insurer',
    periodTo: null,
    figures: { 'offices.140': 12, 'insured.total': 120_025 },
    value: 0.9998,
    digits: 4,
  },
] satisfies IndicatorCase[]
