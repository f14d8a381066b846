import type { IndicatorCase } from '../../define.ts'

export default [
  {
    place: '塩屋町',
    level: 'town',
    periodTo: null,
    figures: { 'distance.730': 1092 },
    value: 1092,
    digits: 4,
  },
] satisfies IndicatorCase[]
