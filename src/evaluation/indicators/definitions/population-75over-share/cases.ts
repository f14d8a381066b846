import type { IndicatorCase } from '../../define.ts'

export default [
  {
    place: '高松市',
    level: 'municipality',
    periodTo: '2025-10-01',
    figures: { 'population.75over': 70_888, 'population.total': 415_796 },
    value: 17.0487,
    digits: 4,
  },
  {
    place: '塩屋町',
    level: 'town',
    periodTo: '2025-10-01',
    figures: { 'population.75over': 41, 'population.total': 403 },
    value: 10.1737,
    digits: 4,
  },
  {
    place: 'サンポート',
    level: 'town',
    periodTo: '2025-10-01',
    figures: { 'population.75over': 0, 'population.total': 0 },
    value: null,
    digits: 4,
  },
] satisfies IndicatorCase[]
