import type { IndicatorCase } from '../../define.ts'

export default [
  {
    place: '高松市',
    level: 'municipality',
    periodTo: '2025-10-01',
    figures: { 'population.75over': 70_888 },
    earliest: { 'population.75over': 57_828 },
    value: 22.5842,
    digits: 4,
  },
  {
    place: '塩屋町',
    level: 'town',
    periodTo: '2025-10-01',
    figures: { 'population.75over': 41 },
    earliest: { 'population.75over': 29 },
    value: 41.3793,
    digits: 4,
  },
  {
    place: 'サンポート',
    level: 'town',
    periodTo: '2025-10-01',
    figures: { 'population.75over': 0 },
    earliest: { 'population.75over': 0 },
    value: null,
    digits: 4,
  },
] satisfies IndicatorCase[]
