import type { IndicatorCase } from '../../define.ts'

export default [
  { place: '塩屋町', level: 'town', periodTo: null, figures: { 'distance.160': 196 }, value: 196, digits: 4 },
] satisfies IndicatorCase[]
