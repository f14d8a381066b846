import type { IndicatorCase } from '../../define.ts'

export default [
  {
    place: '高松市',
    level: 'municipality',
    periodTo: '2025-10-01',
    figures: { 'population.total': 415_796, 'population.households': 206_092 },
    value: 2.0175,
    digits: 4,
  },
  {
    place: '塩屋町',
    level: 'town',
    periodTo: '2025-10-01',
    figures: { 'population.total': 403, 'population.households': 230 },
    value: 1.7522,
    digits: 4,
  },
  {
    place: 'サンポート',
    level: 'town',
    periodTo: '2025-10-01',
    figures: { 'population.total': 0, 'population.households': 0 },
    value: null,
    digits: 4,
  },
] satisfies IndicatorCase[]
