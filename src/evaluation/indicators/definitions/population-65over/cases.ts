import type { IndicatorCase } from '../../define.ts'

export default [
  {
    place: '高松市',
    level: 'municipality',
    periodTo: '2025-10-01',
    figures: { 'population.65over': 120_321 },
    value: 120_321,
    digits: 4,
  },
  {
    place: '塩屋町',
    level: 'town',
    periodTo: '2025-10-01',
    figures: { 'population.65over': 83 },
    value: 83,
    digits: 4,
  },
  {
    place: 'サンポート',
    level: 'town',
    periodTo: '2025-10-01',
    figures: { 'population.65over': 0 },
    value: 0,
    digits: 4,
  },
] satisfies IndicatorCase[]
