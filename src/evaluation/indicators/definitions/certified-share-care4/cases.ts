import type { IndicatorCase } from '../../define.ts'

export default [
  {
    place: '高松市',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'certified.first.care4': 2779, 'certified.first.total': 25_658 },
    value: 10.8309,
    digits: 4,
  },
  {
    place: '空知中部広域連合',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'certified.first.care4': 167, 'certified.first.total': 1713 },
    value: 9.749,
    digits: 4,
  },
  {
    place: '青ヶ島村',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'certified.first.care4': 0, 'certified.first.total': 3 },
    value: 0,
    digits: 4,
  },
] satisfies IndicatorCase[]
