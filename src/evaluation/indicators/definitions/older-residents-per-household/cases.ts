import type { IndicatorCase } from '../../define.ts'

export default [
  {
    place: '高松市',
    level: 'municipality',
    periodTo: '2025-10-01',
    figures: { 'population.65over': 120_321, 'population.households': 206_092 },
    value: 0.5838,
    digits: 4,
  },
  {
    place: '塩屋町',
    level: 'town',
    periodTo: '2025-10-01',
    figures: { 'population.65over': 83, 'population.households': 230 },
    value: 0.3609,
    digits: 4,
  },
  {
    place: 'サンポート',
    level: 'town',
    periodTo: '2025-10-01',
    figures: { 'population.65over': 0, 'population.households': 0 },
    value: null,
    digits: 4,
  },
] satisfies IndicatorCase[]
