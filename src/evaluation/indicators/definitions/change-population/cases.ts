import type { IndicatorCase } from '../../define.ts'

export default [
  {
    place: '高松市',
    level: 'municipality',
    periodTo: '2025-10-01',
    figures: { 'population.total': 415_796 },
    earliest: { 'population.total': 428_276 },
    value: -2.914,
    digits: 4,
  },
  {
    place: '塩屋町',
    level: 'town',
    periodTo: '2025-10-01',
    figures: { 'population.total': 403 },
    earliest: { 'population.total': 226 },
    value: 78.3186,
    digits: 4,
  },
  {
    place: 'サンポート',
    level: 'town',
    periodTo: '2025-10-01',
    figures: { 'population.total': 0 },
    earliest: { 'population.total': 0 },
    value: null,
    digits: 4,
  },
] satisfies IndicatorCase[]
