import type { IndicatorCase } from '../../define.ts'

export default [
  {
    place: '塩屋町',
    level: 'town',
    periodTo: null,
    figures: { 'distance.520': 1169 },
    value: 1169,
    digits: 4,
  },
] satisfies IndicatorCase[]
