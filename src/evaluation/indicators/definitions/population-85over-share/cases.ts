import type { IndicatorCase } from '../../define.ts'

export default [
  {
    place: '高松市',
    level: 'municipality',
    periodTo: '2025-10-01',
    figures: { 'population.85over': 22_425, 'population.total': 415_796 },
    value: 5.3933,
    digits: 4,
  },
  {
    place: '塩屋町',
    level: 'town',
    periodTo: '2025-10-01',
    figures: { 'population.85over': 12, 'population.total': 403 },
    value: 2.9777,
    digits: 4,
  },
  {
    place: 'サンポート',
    level: 'town',
    periodTo: '2025-10-01',
    figures: { 'population.85over': 0, 'population.total': 0 },
    value: null,
    digits: 4,
  },
] satisfies IndicatorCase[]
