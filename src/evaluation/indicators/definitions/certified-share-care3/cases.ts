import type { IndicatorCase } from '../../define.ts'

export default [
  {
    place: '高松市',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'certified.first.care3': 4066, 'certified.first.total': 25_658 },
    value: 15.8469,
    digits: 4,
  },
  {
    place: '空知中部広域連合',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'certified.first.care3': 284, 'certified.first.total': 1713 },
    value: 16.5791,
    digits: 4,
  },
  {
    place: '青ヶ島村',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'certified.first.care3': 1, 'certified.first.total': 3 },
    value: 33.3333,
    digits: 4,
  },
] satisfies IndicatorCase[]
