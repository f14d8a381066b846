import type { IndicatorCase } from '../../define.ts'

export default [
  {
    place: '高松市',
    level: 'municipality',
    periodTo: '2025-10-01',
    figures: { 'population.75over': 70_888, 'population.65over': 120_321 },
    value: 58.9157,
    digits: 4,
  },
  {
    place: '塩屋町',
    level: 'town',
    periodTo: '2025-10-01',
    figures: { 'population.75over': 41, 'population.65over': 83 },
    value: 49.3976,
    digits: 4,
  },
  {
    place: 'サンポート',
    level: 'town',
    periodTo: '2025-10-01',
    figures: { 'population.75over': 0, 'population.65over': 0 },
    value: null,
    digits: 4,
  },
] satisfies IndicatorCase[]
