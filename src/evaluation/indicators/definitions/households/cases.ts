import type { IndicatorCase } from '../../define.ts'

export default [
  {
    place: '高松市',
    level: 'municipality',
    periodTo: '2025-10-01',
    figures: { 'population.households': 206_092 },
    value: 206_092,
    digits: 4,
  },
  {
    place: '塩屋町',
    level: 'town',
    periodTo: '2025-10-01',
    figures: { 'population.households': 230 },
    value: 230,
    digits: 4,
  },
  {
    place: 'サンポート',
    level: 'town',
    periodTo: '2025-10-01',
    figures: { 'population.households': 0 },
    value: 0,
    digits: 4,
  },
] satisfies IndicatorCase[]
