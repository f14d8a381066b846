import type { IndicatorCase } from '../../define.ts'

export default [
  {
    place: '高松市',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'certified.first.care2': 4970, 'certified.first.total': 25_658 },
    value: 19.3702,
    digits: 4,
  },
  {
    place: '空知中部広域連合',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'certified.first.care2': 321, 'certified.first.total': 1713 },
    value: 18.7391,
    digits: 4,
  },
  {
    place: '青ヶ島村',
    level: 'insurer',
    periodTo: '2024-03-31',
    figures: { 'certified.first.care2': 1, 'certified.first.total': 3 },
    value: 33.3333,
    digits: 4,
  },
] satisfies IndicatorCase[]
