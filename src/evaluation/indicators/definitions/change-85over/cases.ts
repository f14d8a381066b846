import type { IndicatorCase } from '../../define.ts'

export default [
  {
    place: '高松市',
    level: 'municipality',
    periodTo: '2025-10-01',
    figures: { 'population.85over': 22_425 },
    earliest: { 'population.85over': 19_696 },
    value: 13.8556,
    digits: 4,
  },
  {
    place: '塩屋町',
    level: 'town',
    periodTo: '2025-10-01',
    figures: { 'population.85over': 12 },
    earliest: { 'population.85over': 12 },
    value: 0,
    digits: 4,
  },
  {
    place: 'サンポート',
    level: 'town',
    periodTo: '2025-10-01',
    figures: { 'population.85over': 0 },
    earliest: { 'population.85over': 0 },
    value: null,
    digits: 4,
  },
] satisfies IndicatorCase[]
