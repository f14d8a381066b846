import type { IndicatorCase } from '../../define.ts'

export default [
  {
    place: '高松市',
    level: 'municipality',
    periodTo: '2025-10-01',
    figures: { 'population.75over': 70_888 },
    value: 70_888,
    digits: 4,
  },
  {
    place: '塩屋町',
    level: 'town',
    periodTo: '2025-10-01',
    figures: { 'population.75over': 41 },
    value: 41,
    digits: 4,
  },
  {
    place: 'サンポート',
    level: 'town',
    periodTo: '2025-10-01',
    figures: { 'population.75over': 0 },
    value: 0,
    digits: 4,
  },
] satisfies IndicatorCase[]
