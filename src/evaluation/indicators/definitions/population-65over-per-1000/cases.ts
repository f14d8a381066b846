import type { IndicatorCase } from '../../define.ts'

export default [
  {
    place: '高松市',
    level: 'municipality',
    periodTo: '2025-10-01',
    figures: { 'population.65over': 120_321, 'population.total': 415_796 },
    value: 289.3751,
    digits: 4,
  },
  {
    place: '塩屋町',
    level: 'town',
    periodTo: '2025-10-01',
    figures: { 'population.65over': 83, 'population.total': 403 },
    value: 205.9553,
    digits: 4,
  },
  {
    place: 'サンポート',
    level: 'town',
    periodTo: '2025-10-01',
    figures: { 'population.65over': 0, 'population.total': 0 },
    value: null,
    digits: 4,
  },
] satisfies IndicatorCase[]
