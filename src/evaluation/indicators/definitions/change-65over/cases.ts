import type { IndicatorCase } from '../../define.ts'

export default [
  {
    place: '高松市',
    level: 'municipality',
    periodTo: '2025-10-01',
    figures: { 'population.65over': 120_321 },
    earliest: { 'population.65over': 116_891 },
    value: 2.9344,
    digits: 4,
  },
  {
    place: '塩屋町',
    level: 'town',
    periodTo: '2025-10-01',
    figures: { 'population.65over': 83 },
    earliest: { 'population.65over': 68 },
    value: 22.0588,
    digits: 4,
  },
  {
    place: 'サンポート',
    level: 'town',
    periodTo: '2025-10-01',
    figures: { 'population.65over': 0 },
    earliest: { 'population.65over': 0 },
    value: null,
    digits: 4,
  },
] satisfies IndicatorCase[]
