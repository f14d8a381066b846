import type { IndicatorCase } from '../../define.ts'

export default [
  {
    place: '高松市',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'certified.first.care1': 5309, 'certified.first.total': 25_658 },
    value: 20.6914,
    digits: 4,
  },
  {
    place: '空知中部広域連合',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'certified.first.care1': 404, 'certified.first.total': 1713 },
    value: 23.5844,
    digits: 4,
  },
  {
    place: '青ヶ島村',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'certified.first.care1': 0, 'certified.first.total': 3 },
    value: 0,
    digits: 4,
  },
] satisfies IndicatorCase[]
