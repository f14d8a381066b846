import type { IndicatorCase } from '../../define.ts'

export default [
  { place: '塩屋町', level: 'town', periodTo: null, figures: { 'distance.720': 891 }, value: 891, digits: 4 },
] satisfies IndicatorCase[]
